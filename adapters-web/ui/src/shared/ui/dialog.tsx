import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { buttonLook } from './button';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons at its end, the most wanted last. */
  actions?: ReactNode;
  wide?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
}

/** Asks for something or shows it above the page, which waits until it is closed. Esc closes it, focus stays within. */
export function Dialog({ open, onClose, title, description, children, actions, wide, initialFocus }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open={open} onOpenChange={next => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus && { initialFocus })}
          className={classNames(
            'fixed inset-x-3 top-1/2 z-50 mx-auto grid max-h-[90dvh] -translate-y-1/2 gap-4 overflow-y-auto rounded-card bg-surface p-5 text-ink shadow-lift transition data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0 sm:p-6',
            wide ? 'max-w-3xl' : 'max-w-lg',
          )}
        >
          <div className="flex items-start justify-between gap-3">
            <Base.Title className="text-2xl">{title}</Base.Title>
            <Base.Close
              aria-label={t('close')}
              title={t('close')}
              className={buttonLook('quiet', '-me-2 -mt-2 shrink-0 px-2')}
            >
              <X aria-hidden size={20} />
            </Base.Close>
          </div>
          {description && <Base.Description className="text-ink-soft">{description}</Base.Description>}
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-3">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
