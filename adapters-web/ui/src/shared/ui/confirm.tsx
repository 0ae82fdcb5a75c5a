import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from './button';

export interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  children: ReactNode;
  /** What is done, as a verb. */
  confirm: string;
  busy?: boolean;
  danger?: boolean;
}

/** Asks before something that can't be taken back. */
export function Confirm({ open, onClose, onConfirm, title, children, confirm, busy, danger = true }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open={open} onOpenChange={next => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <AlertDialog.Popup className="fixed inset-x-3 top-1/2 z-50 mx-auto grid max-h-[90dvh] max-w-lg -translate-y-1/2 gap-4 overflow-y-auto rounded-card bg-surface p-6 text-ink shadow-lift">
          <AlertDialog.Title className="text-2xl">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="text-ink-soft">
            {children}
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-3">
            <AlertDialog.Close className={buttonLook('secondary')}>{t('cancel')}</AlertDialog.Close>
            <Button look={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
