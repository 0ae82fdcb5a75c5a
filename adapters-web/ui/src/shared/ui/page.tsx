import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';

/** Names the page in the browser's title. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}

export interface PageProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A page with its one heading. The main landmark around it belongs to the frame. */
export function Page({ title, lead, action, children, className }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classNames('mx-auto w-full max-w-5xl px-4 py-6 sm:px-8 sm:py-10', className)}>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-3 sm:mb-8">
        <div>
          <h1 className="text-3xl sm:text-4xl">{title}</h1>
          {lead && <p className="mt-2 max-w-prose text-ink-soft">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
