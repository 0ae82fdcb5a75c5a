import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';

/** The shape of what is to come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-control bg-line', className)} />;
}

/** Some lines that are being loaded, told to screen readers as one. */
export function Loading({ lines = 3, className }: { lines?: number; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classNames('grid gap-3', className)}>
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={line === lines - 1 && lines > 1 ? 'h-5 w-3/5' : 'h-5'} />
      ))}
    </div>
  );
}
