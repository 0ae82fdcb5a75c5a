import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMailAddress, useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { Failure } from '@/shared/ui/failure';
import { TextArea } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toast';
import { useInvite } from '../api/invitations';

const MOST = 100;

/** Several addresses at once, as they come out of a list. */
export function InviteForm() {
  const { t } = useTranslation('administration');
  const invite = useInvite();
  const [text, setText] = useState('');
  const { form, problems, tell, clear } = useFormProblems<'emails'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (invite.isPending) return;
    const emails = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
    const wrong = emails.filter(email => !isMailAddress(email));
    if (emails.length === 0) tell({ emails: t('invite.missing') });
    else if (wrong.length > 0)
      tell({ emails: t('invite.wrong', { count: wrong.length, emails: wrong.slice(0, 5).join(', ') }) });
    else if (emails.length > MOST) tell({ emails: t('invite.many', { count: MOST }) });
    else {
      clear();
      invite.mutate(emails, {
        onSuccess: () => {
          setText('');
          toast(t('invite.done', { count: emails.length }));
        },
      });
    }
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-4">
      {invite.error && <Failure failure={invite.error} />}
      <TextArea
        label={t('invite.label')}
        hint={t('invite.hint')}
        autoCapitalize="none"
        spellCheck={false}
        required
        value={text}
        error={problems.emails}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" busy={invite.isPending} className="justify-self-start">
        {t('invite.submit')}
      </Button>
    </form>
  );
}
