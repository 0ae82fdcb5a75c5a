import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { headerText, keepReason, LONGEST_REASON } from './reason';

/** Asks why before anything is shown. */
export function ReasonForm({ before = '', onKept }: { before?: string; onKept?: () => void }) {
  const { t } = useTranslation('support');
  const [text, setText] = useState(before);
  const { form, problems, tell } = useFormProblems<'reason'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const reason = headerText(text);
    if (reason === undefined) {
      tell({ reason: text.trim() ? t('reason.wrong') : t('reason.missing') });
      return;
    }
    keepReason(reason);
    onKept?.();
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <TextField
        label={t('reason.label')}
        hint={t('reason.hint')}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        required
        value={text}
        error={problems.reason}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" className="justify-self-start">
        {t('reason.keep')}
      </Button>
    </form>
  );
}
