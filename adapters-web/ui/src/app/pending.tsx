import { Loading } from '@/shared/ui/skeleton';

export function Pending() {
  return <Loading lines={5} className="mx-auto max-w-3xl px-4 py-16" />;
}
