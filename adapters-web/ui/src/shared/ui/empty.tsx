import { Sprout } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';

export interface EmptyProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ComponentType<{ size?: number; className?: string; 'aria-hidden'?: boolean }>;
}

/** What stands where nothing is yet: why, and how to begin. */
export function Empty({ title, children, action, icon: Icon = Sprout }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-10 text-center">
      <Icon aria-hidden size={40} className="text-accent" />
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}
