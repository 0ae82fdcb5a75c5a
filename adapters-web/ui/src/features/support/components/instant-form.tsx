import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { stateQuery, type Subject } from '../api/history';

/** Leads to what something was like at a moment that somebody remembers. */
export function InstantForm({ subject, onFound }: { subject: Subject; onFound: (sequence: number) => void }) {
  const { t } = useTranslation('support');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [moment, setMoment] = useState('');
  const [busy, setBusy] = useState(false);
  const { form, problems, tell, clear } = useFormProblems<'moment'>();

  const go = async () => {
    const at = new Date(moment);
    if (Number.isNaN(at.getTime())) {
      tell({ moment: t('instant.wrong') });
      return;
    }
    clear();
    setBusy(true);
    try {
      const state = await queries.query(stateQuery(subject, at.toISOString()));
      if (state.sequence < 0) tell({ moment: t('instant.early') });
      else onFound(state.sequence);
    } catch (failure) {
      tell({ moment: problemText(failure) });
    } finally {
      setBusy(false);
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void go();
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <TextField
        label={t('instant.label')}
        type="datetime-local"
        step={1}
        className="min-w-0 flex-1 basis-52 grid-cols-1"
        value={moment}
        error={problems.moment}
        onChange={event => setMoment(event.target.value)}
      />
      <Button type="submit" look="secondary" busy={busy} className="sm:mt-8 lg:mt-0">
        {t('instant.go')}
      </Button>
    </form>
  );
}
