import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { LogOut, Menu as MenuIcon, MessageSquareHeart, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VerificationBanner } from '@/features/account/components/verification-banner';
import { useOnline } from '@/shared/lib/use-online';
import { session, useSession } from '@/shared/session';
import { Button, IconButton } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useProblemText } from '@/shared/ui/failure';
import { Logo } from '@/shared/ui/logo';
import { toast, Toasts } from '@/shared/ui/toast';
import { Content } from './content';
import { Navigation } from './navigation';
import { Preferences } from '@/shared/ui/preferences';
import { SkipLink } from './skip-link';

const FeedbackDialog = lazy(() =>
  import('@/features/feedback/components/feedback-dialog').then(module => ({ default: module.FeedbackDialog })),
);
const Palette = lazy(() =>
  import('@/features/palette/components/palette').then(module => ({ default: module.Palette })),
);

/** Around the pages of members: where to go, what holds everywhere. */
export function MemberFrame() {
  const state = useSession();
  const navigate = useNavigate();
  const path = useRouterState({ select: current => current.location.href });
  const status = state.status;
  useEffect(() => {
    if (status === 'visitor') void navigate({ to: '/login', search: { then: path }, replace: true });
    // Where one was counts at the moment when the session ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status]);
  if (state.status !== 'member') return null;
  return <Frame />;
}

function Frame() {
  const { t } = useTranslation();
  const online = useOnline();
  const [open, setOpen] = useState<'feedback' | 'palette' | 'menu' | undefined>();
  const close = () => setOpen(undefined);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(now => (now === 'palette' ? undefined : 'palette'));
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="grid h-dvh grid-rows-[auto_1fr] lg:grid-cols-[15.5rem_1fr] lg:grid-rows-1">
      <SkipLink />
      <header className="flex items-center justify-between gap-2 border-b border-line bg-surface px-2 py-1 lg:flex-col lg:items-stretch lg:justify-start lg:gap-6 lg:border-e lg:border-b-0 lg:p-4">
        <Link
          to="/dashboard"
          className="flex min-h-touch items-center gap-2.5 rounded-control px-2 font-serif text-lg font-semibold"
        >
          <Logo />
          {t('product')}
        </Link>
        <div className="hidden flex-1 lg:block">
          <Navigation />
        </div>
        <div className="hidden gap-1 lg:grid">
          <Tools onOpen={setOpen} />
        </div>
        <div className="flex lg:hidden">
          <IconButton label={t('search')} onClick={() => setOpen('palette')}>
            <Search aria-hidden size={22} />
          </IconButton>
          <IconButton label={t('menu')} aria-expanded={open === 'menu'} onClick={() => setOpen('menu')}>
            <MenuIcon aria-hidden size={24} />
          </IconButton>
        </div>
      </header>
      <div className="flex min-h-0 min-w-0 flex-col">
        {!online && (
          <p role="status" className="bg-warn-soft px-4 py-2 text-center text-ink">
            {t('offline')}
          </p>
        )}
        <VerificationBanner />
        <Content className="min-h-0 flex-1 overflow-y-auto" />
      </div>
      <Dialog open={open === 'menu'} onClose={close} title={t('menu')}>
        <Navigation onChoose={close} />
        <div className="grid gap-1 border-t border-line pt-3">
          <Tools onOpen={setOpen} />
        </div>
      </Dialog>
      <Toasts />
      <Suspense fallback={null}>
        {open === 'feedback' && <FeedbackDialog open onClose={close} />}
        {open === 'palette' && <Palette open onClose={close} />}
      </Suspense>
    </div>
  );
}

function Tools({ onOpen }: { onOpen: (what: 'feedback' | 'palette') => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const look = 'justify-start px-3';
  return (
    <>
      <Button look="quiet" className={look} onClick={() => onOpen('palette')}>
        <Search aria-hidden size={20} />
        <span className="flex-1 text-start">{t('search')}</span>
        <kbd className="text-sm font-normal text-ink-soft max-lg:hidden">{shortcut()}</kbd>
      </Button>
      <Button look="quiet" className={look} onClick={() => onOpen('feedback')}>
        <MessageSquareHeart aria-hidden size={20} />
        {t('navigation.feedback')}
      </Button>
      <Button
        look="quiet"
        className={look}
        onClick={() =>
          void session.logOut().catch((failure: unknown) => toast(problemText(failure), { tone: 'danger' }))
        }
      >
        <LogOut aria-hidden size={20} />
        {t('navigation.logOut')}
      </Button>
      <Preferences className="pt-2" />
    </>
  );
}

function shortcut(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';
}
