import { useQuery } from '@tanstack/react-query';
import { Search, UserRoundSearch } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMailAddress, useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { TextField } from '@/shared/ui/field';
import { QueryView } from '@/shared/ui/query-view';
import { peopleQuery } from '../api/people';
import { Roles } from './roles';
import { Standing } from './standing';

/** What somebody may do here, and whether they may come in at all. */
export function People() {
  const { t } = useTranslation('administration');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string>();
  const { form, problems, tell, clear } = useFormProblems<'email'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isMailAddress(text.trim())) {
      tell({ email: t('people.wrong') });
      return;
    }
    clear();
    setAsked(text.trim());
  };

  return (
    <>
      <form ref={form} role="search" noValidate onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <TextField
          label={t('people.label')}
          type="email"
          className="max-w-xl flex-1 basis-64"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          error={problems.email}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" className="sm:mt-8">
          <Search aria-hidden size={20} />
          {t('people.find')}
        </Button>
      </form>
      <div aria-live="polite" className="mt-6">
        {asked !== undefined && <Found email={asked} />}
      </div>
    </>
  );
}

function Found({ email }: { email: string }) {
  const { t } = useTranslation('administration');
  const people = useQuery(peopleQuery(email, t('people.reason')));
  return (
    <QueryView
      query={people}
      isEmpty={data => data.items.length === 0}
      empty={
        <Empty icon={UserRoundSearch} title={t('people.nobody')}>
          {t('people.nobodyText')}
        </Empty>
      }
    >
      {data =>
        data.items.map(person => (
          <Card key={person.id}>
            <h2 className="text-xl break-words">{email}</h2>
            <p className="mb-5">
              <code className="text-sm break-all text-ink-soft">{person.id}</code>
            </p>
            <Roles key={person.roles.join()} person={person} email={email} />
            <Standing person={person} email={email} />
          </Card>
        ))
      }
    </QueryView>
  );
}
