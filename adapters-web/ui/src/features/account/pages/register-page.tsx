import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '@/shared/lib/use-search-text';
import { buttonLook } from '@/shared/ui/button';
import { AccountPage } from '../components/account-page';
import { LookIntoMailbox } from '../components/look-into-mailbox';
import { RegisterForm } from '../components/register-form';

export function RegisterPage() {
  const { t } = useTranslation('account');
  const invitation = useSearchText('invitation');
  const then = useSearchText('then');
  const [sentTo, setSentTo] = useState<string>();
  const carried = then === undefined ? {} : { then };
  if (sentTo !== undefined)
    return <LookIntoMailbox email={sentTo} then={carried} onAgain={() => setSentTo(undefined)} />;
  return (
    <AccountPage
      title={t('register.title')}
      lead={invitation ? t('register.invited') : t('register.lead')}
      aside={
        <p>
          {t('register.known')}{' '}
          <Link to="/login" search={carried} className={buttonLook('quiet', 'px-2 text-accent underline')}>
            {t('register.logIn')}
          </Link>
        </p>
      }
    >
      <RegisterForm invitation={invitation} onSent={setSentTo} />
    </AccountPage>
  );
}
