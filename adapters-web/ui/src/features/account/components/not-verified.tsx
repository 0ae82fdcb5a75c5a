import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { useSession } from '@/shared/session';
import { Button, buttonLook } from '@/shared/ui/button';
import { Failure } from '@/shared/ui/failure';
import { Notice } from '@/shared/ui/notice';
import { ResendVerification } from './resend-verification';

export interface NotVerifiedProps {
  reason: unknown;
  token?: string;
  retry?: () => void;
}

/** Why the link did not do it, and the way on from there. */
export function NotVerified({ reason, token, retry }: NotVerifiedProps) {
  const { t } = useTranslation('account');
  const problem = asProblem(reason);
  if (problem.code === 'verification_throttled') {
    const count = Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 15 * 60) / 60));
    return (
      <Notice
        live
        tone="warn"
        title={t('verify.throttled')}
        action={
          retry && (
            <Button look="secondary" onClick={retry}>
              {t('retry', { ns: 'common' })}
            </Button>
          )
        }
      >
        {t('verify.throttledText', { count })}
      </Notice>
    );
  }
  const expired = problem.code === 'verification_token_expired';
  if (expired || problem.code === 'verification_token_invalid' || token === undefined) {
    return (
      <div className="grid gap-5">
        <Notice live tone="warn" title={expired ? t('verify.expired') : t('verify.invalid')}>
          {expired ? t('verify.expiredText') : t('verify.invalidText')}
        </Notice>
        <AnotherLink token={token} />
      </div>
    );
  }
  return <Failure failure={reason} {...(retry && { retry })} />;
}

/** Mails are sent to members only: whoever is none logs in first, and comes back here. */
function AnotherLink({ token }: { token: string | undefined }) {
  const { t } = useTranslation('account');
  const state = useSession();
  if (state.status !== 'member') {
    const back = token === undefined ? '/verify-email' : `/verify-email?token=${encodeURIComponent(token)}`;
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-ink-soft">{t('verify.logInFirst')}</p>
        <Link to="/login" search={{ then: back }} className={buttonLook('primary')}>
          {t('verify.logIn')}
        </Link>
      </div>
    );
  }
  if (state.user.emailVerified) {
    return (
      <div className="grid justify-items-start gap-3">
        <p>{t('verify.already')}</p>
        <Link to="/dashboard" className={buttonLook('primary')}>
          {t('verify.go')}
        </Link>
      </div>
    );
  }
  return <ResendVerification look="primary" />;
}
