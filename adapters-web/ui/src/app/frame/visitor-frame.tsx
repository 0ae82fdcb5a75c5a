import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { session, useSession } from '@/shared/session';
import { buttonLook } from '@/shared/ui/button';
import { Logo } from '@/shared/ui/logo';
import { Content } from './content';
import { Preferences } from '@/shared/ui/preferences';
import { SkipLink } from './skip-link';

/** Around the pages that everybody sees. */
export function VisitorFrame() {
  const { t } = useTranslation();
  const state = useSession();
  // Whether somebody is logged in only changes a button here: nobody waits for it, and its failure is no failure of the page.
  useEffect(() => void session.start().catch(() => undefined), []);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-2 px-4 py-4 sm:px-8">
        <Link
          to="/"
          className="flex min-h-touch items-center gap-2.5 rounded-control pe-2 font-serif text-lg font-semibold"
        >
          <Logo />
          <span className="max-[24rem]:sr-only">{t('product')}</span>
        </Link>
        <div className="flex items-center gap-1 sm:gap-2">
          {state.status === 'member' ? (
            <Link to="/dashboard" className={buttonLook('primary')}>
              {t('navigation.dashboard')}
            </Link>
          ) : (
            <>
              <Link to="/login" className={buttonLook('quiet')}>
                {t('navigation.logIn')}
              </Link>
              <Link to="/register" className={buttonLook('primary', 'max-[22rem]:hidden')}>
                {t('navigation.register')}
              </Link>
            </>
          )}
        </div>
      </header>
      <Content className="flex flex-1 flex-col" />
      <footer className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-8">
        <Preferences className="ms-auto max-w-xs" />
      </footer>
    </div>
  );
}
