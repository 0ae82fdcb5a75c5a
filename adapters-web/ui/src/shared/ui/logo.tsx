import { classNames } from '@/shared/lib/class-names';

/** Two leaves on a stem. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames('size-8', className)}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g className="stroke-on-accent" strokeWidth="2.4" strokeLinecap="round" fill="none">
        <path d="M16 26V13" />
      </g>
      <path d="M16 15C16 10 12.4 7.4 7.6 7.2 7.4 12.4 10.6 15.6 16 15Z" className="fill-on-accent" opacity="0.7" />
      <path d="M16 19.4c.2-4.4 3.4-7 8.4-7.2.2 5-3 7.8-8.4 7.2Z" className="fill-on-accent" />
    </svg>
  );
}
