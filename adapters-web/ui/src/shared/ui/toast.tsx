import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { buttonLook } from './button';

const toasts = Base.createToastManager();

export interface ToastOptions {
  tone?: 'good' | 'danger';
  /** A way back, offered for as long as the toast stays. */
  action?: { label: string; onSelect: () => void };
}

/** Says in passing that something was done. Screen readers hear it, too. */
export function toast(text: string, { tone = 'good', action }: ToastOptions = {}): void {
  const id = toasts.add({
    description: text,
    type: tone,
    timeout: action ? 10_000 : 5_000,
    priority: tone === 'danger' ? 'high' : 'low',
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toasts.close(id);
          action.onSelect();
        },
      },
    }),
  });
}

/** Where toasts appear; once on a page. */
export function Toasts() {
  return (
    <Base.Provider toastManager={toasts} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-3 bottom-3 z-60 mx-auto grid max-w-md gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { t } = useTranslation();
  return Base.useToastManager().toasts.map(entry => (
    <Base.Root
      key={entry.id}
      toast={entry}
      swipeDirection={['down', 'right']}
      className={classNames(
        'flex items-center gap-2 rounded-control bg-ink py-1 ps-4 pe-1 text-paper shadow-lift transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0',
        entry.type === 'danger' && 'border-s-8 border-danger',
      )}
    >
      <Base.Description className="min-w-0 flex-1 break-words" />
      {entry.actionProps && (
        <Base.Action className="min-h-touch rounded-control px-3 font-semibold underline underline-offset-4" />
      )}
      <Base.Close aria-label={t('close')} className={buttonLook('quiet', 'px-2 text-paper hover:bg-transparent')}>
        <X aria-hidden size={18} />
      </Base.Close>
    </Base.Root>
  ));
}
