import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Search, UserRoundSearch } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMailAddress, useFormProblems } from '@/shared/lib/use-form-problems';
import { StaffPage } from '@/shared/staff/staff-page';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { TextField } from '@/shared/ui/field';
import { QueryView } from '@/shared/ui/query-view';
import { peopleQuery } from '../api/people';
import { SUPPORT_ROLES } from '../roles';

/** Where support begins: with a person. */
export function PeoplePage() {
  const { t } = useTranslation('support');
  return (
    <StaffPage title={t('title')} lead={t('lead')} roles={SUPPORT_ROLES}>
      <FindPerson />
    </StaffPage>
  );
}

function FindPerson() {
  const { t } = useTranslation('support');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string>();
  const { form, problems, tell, clear } = useFormProblems<'who'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const who = text.trim();
    clear();
    if (/^usr_\w+$/.test(who)) void navigate({ to: '/staff/support/people/$userId', params: { userId: who } });
    else if (isMailAddress(who)) setAsked(who);
    else tell({ who: t('find.wrong') });
  };

  return (
    <>
      <form ref={form} role="search" noValidate onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <TextField
          label={t('find.label')}
          hint={t('find.hint')}
          className="max-w-xl flex-1 basis-64"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          error={problems.who}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" className="sm:mt-8">
          <Search aria-hidden size={20} />
          {t('find.submit')}
        </Button>
      </form>
      <div aria-live="polite" className="mt-6">
        {asked !== undefined && <Found email={asked} />}
      </div>
    </>
  );
}

function Found({ email }: { email: string }) {
  const { t } = useTranslation('support');
  const people = useQuery(peopleQuery(email));
  return (
    <QueryView
      query={people}
      isEmpty={data => data.items.length === 0}
      empty={
        <Empty icon={UserRoundSearch} title={t('find.nobody')}>
          {t('find.nobodyText')}
        </Empty>
      }
    >
      {data => (
        <ul className="grid gap-3">
          {data.items.map(person => (
            <li key={person.id}>
              <Link
                to="/staff/support/people/$userId"
                params={{ userId: person.id }}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-surface p-5 shadow-lift hover:border-accent"
              >
                <span className="min-w-0 flex-1 basis-56">
                  <span className="block font-semibold">{email}</span>
                  <code className="block text-sm break-all text-ink-soft">{person.id}</code>
                </span>
                <span className="flex flex-wrap gap-2">
                  <Badge tone={person.standing === 'active' ? 'good' : 'warn'}>{person.standing}</Badge>
                  <Badge>{person.tier}</Badge>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
