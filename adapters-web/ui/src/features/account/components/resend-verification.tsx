import { useTranslation } from 'react-i18next';
import { useResendVerification } from '@/shared/data/verification';
import { Button, type ButtonLook } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';

/** Asks for the mail once more, and says beside the button what came of it. */
export function ResendVerification({ look = 'secondary' }: { look?: ButtonLook }) {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const resend = useResendVerification();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button look={look} busy={resend.isPending} onClick={() => resend.mutate()}>
        {t('resend.submit')}
      </Button>
      <span role="status" className={resend.error ? 'font-semibold text-danger' : 'font-semibold text-accent-strong'}>
        {resend.isSuccess ? t('resend.sent') : resend.error ? problemText(resend.error) : ''}
      </span>
    </div>
  );
}
