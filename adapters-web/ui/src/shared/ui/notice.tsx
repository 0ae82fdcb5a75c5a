import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/shared/lib/class-names';
import type { Tone } from './badge';

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  good: 'bg-accent-soft text-ink',
  warn: 'bg-warn-soft text-ink',
  danger: 'bg-danger-soft text-ink',
};

const ICONS = { neutral: Info, good: CircleCheck, warn: TriangleAlert, danger: CircleAlert };
const ICON_TONES: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  good: 'text-accent',
  warn: 'text-warn',
  danger: 'text-danger',
};

export interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced as soon as it appears: failures at once, the rest when there is a pause. */
  live?: boolean;
  className?: string;
}

/** A word to the reader in the middle of a page. */
export function Notice({ tone = 'neutral', title, children, action, live, className }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex flex-wrap items-start gap-3 rounded-control p-4', TONES[tone], className)}
    >
      <Icon aria-hidden size={22} className={classNames('mt-0.5 shrink-0', ICON_TONES[tone])} />
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="break-words">{children}</div>}
      </div>
      {action}
    </div>
  );
}
