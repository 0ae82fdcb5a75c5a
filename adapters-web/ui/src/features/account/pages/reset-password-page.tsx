import { Link } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '@/shared/lib/use-search-text';
import { asProblem } from '@/shared/api/problem';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { Button, buttonLook } from '@/shared/ui/button';
import { Failure, useProblemText } from '@/shared/ui/failure';
import { Notice } from '@/shared/ui/notice';
import { useResetPassword } from '../api/reset-password';
import { AccountPage } from '../components/account-page';
import { NewPasswordField } from '../components/new-password-field';
import { isAcceptable } from '../password-strength';

const USELESS = ['reset_token_invalid', 'reset_token_expired'];

export function ResetPasswordPage() {
  const { t } = useTranslation('account');
  const token = useSearchText('token');
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.lead')}>
      {token === undefined ? <UselessLink text={t('reset.incomplete')} /> : <ResetForm token={token} />}
    </AccountPage>
  );
}

function UselessLink({ text }: { text: string }) {
  const { t } = useTranslation('account');
  return (
    <Notice
      live
      tone="warn"
      title={t('reset.useless')}
      action={
        <Link to="/forgot-password" className={buttonLook('primary')}>
          {t('reset.askAgain')}
        </Link>
      }
    >
      {text}
    </Notice>
  );
}

function ResetForm({ token }: { token: string }) {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const reset = useResetPassword();
  const [password, setPassword] = useState('');
  const { form, problems, tell, clear } = useFormProblems<'password'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reset.isPending) return;
    if (!isAcceptable(password)) {
      tell({ password: t('passwordWrong') });
      return;
    }
    clear();
    reset.mutate(
      { token, newPassword: password },
      {
        onError: failure => {
          if (asProblem(failure).code === 'password_rejected') tell({ password: problemText(failure) });
        },
      },
    );
  };

  if (reset.isSuccess) {
    return (
      <Notice
        live
        tone="good"
        title={t('reset.done')}
        action={
          <Link to="/login" className={buttonLook('primary')}>
            {t('reset.logIn')}
          </Link>
        }
      >
        {t('reset.doneText')}
      </Notice>
    );
  }
  const code = reset.error && asProblem(reset.error).code;
  if (code && USELESS.includes(code)) return <UselessLink text={problemText(reset.error)} />;
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
      {code && code !== 'password_rejected' && <Failure failure={reset.error} />}
      <NewPasswordField
        value={password}
        error={problems.password}
        onChange={event => setPassword(event.target.value)}
      />
      <Button type="submit" busy={reset.isPending}>
        {t('reset.submit')}
      </Button>
    </form>
  );
}
