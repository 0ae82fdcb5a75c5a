import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from '@/shared/lib/class-names';
import { Spinner } from './spinner';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const BASE =
  'inline-flex min-h-touch min-w-touch items-center justify-center gap-2 rounded-control px-4 py-2 font-semibold leading-tight transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60';

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft',
  quiet: 'text-ink hover:bg-accent-soft',
  danger: 'bg-danger text-on-danger hover:opacity-90',
};

/** The classes of a button, for links that look like one. */
export function buttonLook(look: ButtonLook = 'primary', more?: string): string {
  return classNames(BASE, LOOKS[look], more);
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  /** Work is under way: the button stays where it is, can be read, and does nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'primary', busy = false, className, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={buttonLook(look, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={event => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: read out, and shown as the tooltip. */
  label: string;
}

/** A button that shows nothing but an icon. */
export function IconButton({ label, look = 'quiet', className, ...rest }: IconButtonProps) {
  return <Button {...rest} look={look} aria-label={label} title={label} className={classNames('px-2', className)} />;
}
