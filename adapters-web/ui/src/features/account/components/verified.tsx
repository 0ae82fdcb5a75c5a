import { useNavigate } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/session';
import { Button } from '@/shared/ui/button';

const SECONDS = 6;

/** The address is verified: on to the overview in a moment, at once, or not at all. */
export function Verified({ email }: { email: string }) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const loggedIn = useSession().status === 'member';
  const [left, setLeft] = useState<number | undefined>(SECONDS);

  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(() => {
      // Visitors are asked to log in on the way.
      if (left <= 1) void navigate({ to: '/dashboard', replace: true });
      else setLeft(left - 1);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, navigate]);

  return (
    <div className="grid gap-4">
      <CircleCheck aria-hidden size={40} className="text-accent" />
      <div role="status">
        <p className="font-serif text-2xl">{t('verify.done')}</p>
        <p className="mt-2">{t('verify.doneText', { email })}</p>
      </div>
      {left !== undefined && (
        <p className="text-ink-soft">
          {loggedIn ? t('verify.countdown', { count: left }) : t('verify.countdownLogin', { count: left })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void navigate({ to: '/dashboard', replace: true })}>
          {loggedIn ? t('verify.go') : t('verify.goLogin')}
        </Button>
        {left !== undefined && (
          <Button look="secondary" onClick={() => setLeft(undefined)}>
            {t('verify.stay')}
          </Button>
        )}
      </div>
    </div>
  );
}
