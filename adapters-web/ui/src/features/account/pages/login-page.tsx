import { Link, useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '@/shared/lib/use-search-text';
import { asProblem } from '@/shared/api/problem';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { useSession } from '@/shared/session';
import { Button, buttonLook } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { PasswordField, TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useLogIn } from '../api/log-in';
import { AccountPage } from '../components/account-page';

export function LoginPage() {
  const { t } = useTranslation('account');
  const then = useSearchText('then');
  const carried = then === undefined ? {} : { then };
  return (
    <AccountPage
      title={t('login.title')}
      lead={t('login.lead')}
      aside={
        <p>
          {t('login.new')}{' '}
          <Link to="/register" search={carried} className={buttonLook('quiet', 'px-2 text-accent underline')}>
            {t('login.register')}
          </Link>
        </p>
      }
    >
      <LoginForm then={then ?? '/dashboard'} />
    </AccountPage>
  );
}

function LoginForm({ then }: { then: string }) {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const state = useSession();
  const navigate = useNavigate();
  const logIn = useLogIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { form, problems, tell, clear } = useFormProblems<'email' | 'password'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (logIn.isPending) return;
    const missing = {
      ...(!email.trim() && { email: t('emailMissing') }),
      ...(!password && { password: t('passwordMissing') }),
    };
    if (Object.keys(missing).length > 0) {
      tell(missing);
      return;
    }
    clear();
    logIn.mutate(
      { email: email.trim(), password },
      {
        onSuccess: () => void navigate({ href: then, replace: true }),
        onError: failure => {
          if (asProblem(failure).code === 'invalid_credentials') tell({ password: problemText(failure) });
        },
      },
    );
  };

  const refused = logIn.error && asProblem(logIn.error);
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
      {state.status === 'visitor' && state.ended && !refused && (
        <Notice live>{t('sessionEnded', { ns: 'common' })}</Notice>
      )}
      {refused && refused.code !== 'invalid_credentials' && (
        <Notice live tone="danger" title={t('failed.title', { ns: 'common' })}>
          {refused.code === 'login_throttled'
            ? t('login.throttled', { count: minutes(refused.retryAfterSeconds) })
            : problemText(refused)}
        </Notice>
      )}
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        error={problems.email}
        onChange={event => setEmail(event.target.value)}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        error={problems.password}
        onChange={event => setPassword(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Link
          to="/forgot-password"
          className="inline-flex min-h-touch items-center text-accent underline underline-offset-4"
        >
          {t('login.forgot')}
        </Link>
        <Button type="submit" busy={logIn.isPending} className="px-7">
          {t('login.submit')}
        </Button>
      </div>
    </form>
  );
}

function minutes(seconds: number | undefined): number {
  return Math.max(1, Math.ceil((seconds ?? 15 * 60) / 60));
}
