import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '@/shared/lib/use-search-text';
import { Loading } from '@/shared/ui/skeleton';
import { verifyEmailQuery } from '../api/verify-email';
import { AccountPage } from '../components/account-page';
import { NotVerified } from '../components/not-verified';
import { Verified } from '../components/verified';

/** Where the link of the verification mail leads. */
export function VerifyEmailPage() {
  const { t } = useTranslation('account');
  const token = useSearchText('token');
  return (
    <AccountPage title={t('verify.title')}>
      {token === undefined ? <NotVerified reason="invalid" /> : <Verification token={token} />}
    </AccountPage>
  );
}

function Verification({ token }: { token: string }) {
  const { t } = useTranslation('account');
  const query = useQuery(verifyEmailQuery(token));
  if (query.data) return <Verified email={query.data.email} />;
  if (query.error && !query.isFetching)
    return <NotVerified reason={query.error} token={token} retry={() => void query.refetch()} />;
  return (
    <>
      <p className="mb-4">{t('verify.loading')}</p>
      <Loading lines={2} />
    </>
  );
}
