import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { useFormats } from '@/shared/lib/format';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Failure, useProblemText } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toast';
import { useRename } from '../api/rename';
import { Address } from './address';

const LONGEST = 80;

export function NameCard() {
  const { t } = useTranslation(['profile', 'common']);
  const format = useFormats();
  const { displayName, createdAt } = useMember();
  const problemText = useProblemText();
  const rename = useRename();
  const [name, setName] = useState(displayName);
  const { form, problems, tell, clear } = useFormProblems<'name'>();
  const elsewhere = rename.error && asProblem(rename.error).fields.length === 0;

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (rename.isPending) return;
    const wanted = name.trim();
    if (!wanted) return tell({ name: t('name.missing') });
    if (Array.from(wanted).length > LONGEST) return tell({ name: t('name.tooLong') });
    clear();
    rename.mutate(wanted, {
      onSuccess: () => toast(t('name.saved')),
      onError: failure => {
        if (asProblem(failure).fields.length > 0) tell({ name: problemText(failure) });
      },
    });
  };

  return (
    <Card>
      <CardTitle action={<p className="text-sm text-ink-soft">{t('name.since', { day: format.day(createdAt) })}</p>}>
        {t('name.title')}
      </CardTitle>
      <div className="grid gap-6 md:grid-cols-2">
        <form ref={form} noValidate className="grid content-start gap-4" onSubmit={save}>
          <TextField
            label={t('name.label')}
            hint={t('name.hint')}
            error={problems.name}
            autoComplete="name"
            value={name}
            onChange={event => setName(event.target.value)}
          />
          {elsewhere && <Failure failure={rename.error} />}
          <Button type="submit" look="secondary" busy={rename.isPending} className="justify-self-start">
            {t('common:save')}
          </Button>
        </form>
        <Address />
      </div>
    </Card>
  );
}
