import { BadgeCheck, MailWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useResendVerification } from '@/shared/data/verification';
import { useFormats } from '@/shared/lib/format';
import { useMember } from '@/shared/session';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';

/** The mail address, and whether it is known to be the member's. */
export function Address() {
  const { t } = useTranslation('profile');
  const format = useFormats();
  const { email, emailVerified, emailVerifiedAt, createdAt } = useMember();
  const problemText = useProblemText();
  const resend = useResendVerification();
  const send = () =>
    resend.mutate(undefined, {
      onSuccess: () => toast(t('address.resent')),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
    });
  return (
    <div className="grid content-start justify-items-start gap-2">
      <h3 className="font-sans text-base font-semibold tracking-normal">{t('address.label')}</h3>
      <p className="break-all">{email}</p>
      {emailVerified ? (
        <Badge tone="good">
          <BadgeCheck aria-hidden size={16} />
          {t('address.verified', { day: format.day(emailVerifiedAt ?? createdAt) })}
        </Badge>
      ) : (
        <>
          <Badge tone="warn">
            <MailWarning aria-hidden size={16} />
            {t('address.unverified')}
          </Badge>
          <p className="text-ink-soft">{t('address.text')}</p>
          <Button look="secondary" busy={resend.isPending} onClick={send}>
            {t('address.resend')}
          </Button>
        </>
      )}
    </div>
  );
}
