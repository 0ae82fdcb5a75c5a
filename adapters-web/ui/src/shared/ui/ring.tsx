import type { ReactNode } from 'react';

const RADIUS = 42;
const LENGTH = 2 * Math.PI * RADIUS;

export interface RingProps {
  /** What it measures, for screen readers. */
  label: string;
  /** From 0 to 1. */
  share: number;
  /** How the value is read out. */
  valueText: string;
  children?: ReactNode;
}

/** How much of something is used, as a ring with the figure in its middle. */
export function Ring({ label, share, valueText, children }: RingProps) {
  const part = Math.min(1, Math.max(0, share));
  const colour = part >= 1 ? 'stroke-danger' : part >= 0.8 ? 'stroke-warn' : 'stroke-accent';
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(part * 100)}
      aria-valuetext={valueText}
      className="relative grid size-36 place-items-center"
    >
      <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle cx="50" cy="50" r={RADIUS} fill="none" strokeWidth="9" className="stroke-sunken" />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={`${part * LENGTH} ${LENGTH}`}
          className={part > 0 ? colour : 'stroke-transparent'}
        />
      </svg>
      <div className="relative text-center leading-tight">{children}</div>
    </div>
  );
}
