import { useTranslation } from 'react-i18next';
import { useResendVerification } from '@/shared/data/verification';
import { useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { Notice } from '@/shared/ui/notice';
import { toast } from '@/shared/ui/toast';

/** Why nothing can be bought yet, and how that is changed. */
export function UnverifiedNotice() {
  const { t } = useTranslation('billing');
  const { email } = useMember();
  const problemText = useProblemText();
  const resend = useResendVerification();
  const send = () =>
    resend.mutate(undefined, {
      onSuccess: () => toast(t('verify.resent')),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
    });
  return (
    <Notice
      live
      tone="warn"
      title={t('verify.title')}
      action={
        <Button look="secondary" busy={resend.isPending} onClick={send}>
          {t('verify.resend')}
        </Button>
      }
    >
      {t('verify.text', { email })}
    </Notice>
  );
}
