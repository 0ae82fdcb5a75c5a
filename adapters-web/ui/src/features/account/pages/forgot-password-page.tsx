import { Link } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMailAddress, useFormProblems } from '@/shared/lib/use-form-problems';
import { Button, buttonLook } from '@/shared/ui/button';
import { Failure } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useForgotPassword } from '../api/forgot-password';
import { AccountPage } from '../components/account-page';

export function ForgotPasswordPage() {
  const { t } = useTranslation('account');
  const forgot = useForgotPassword();
  const [email, setEmail] = useState('');
  const { form, problems, tell, clear } = useFormProblems<'email'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (forgot.isPending) return;
    if (!isMailAddress(email.trim())) {
      tell({ email: t('emailWrong') });
      return;
    }
    clear();
    forgot.mutate(email.trim());
  };

  return (
    <AccountPage
      title={t('forgot.title')}
      lead={t('forgot.lead')}
      aside={
        <p>
          <Link to="/login" className={buttonLook('quiet', 'px-2 text-accent underline')}>
            {t('forgot.logIn')}
          </Link>
        </p>
      }
    >
      <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
        {forgot.error && <Failure failure={forgot.error} />}
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
        <Button type="submit" busy={forgot.isPending}>
          {t('forgot.submit')}
        </Button>
        {forgot.isSuccess && (
          <Notice live tone="good" title={t('forgot.sent')}>
            {t('forgot.sentText')}
          </Notice>
        )}
      </form>
    </AccountPage>
  );
}
