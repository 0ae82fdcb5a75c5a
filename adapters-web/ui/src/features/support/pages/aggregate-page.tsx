export function AggregatePage() {
  return null;
}
