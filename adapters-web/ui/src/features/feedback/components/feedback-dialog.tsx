export function FeedbackDialog({ open }: { open: boolean; onClose: () => void }) {
  return open ? null : null;
}
