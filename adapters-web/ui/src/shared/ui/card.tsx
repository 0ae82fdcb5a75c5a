import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from '@/shared/lib/class-names';

/** A surface that holds what belongs together. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <section
      {...rest}
      className={classNames('rounded-card border border-line bg-surface p-5 shadow-lift sm:p-6', className)}
    />
  );
}

export function CardTitle({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
      <h2 className="text-xl">{children}</h2>
      {action}
    </div>
  );
}
