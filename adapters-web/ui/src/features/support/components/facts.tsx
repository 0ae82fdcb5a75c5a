import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { Badge } from '@/shared/ui/badge';
import { Card } from '@/shared/ui/card';
import { Moment } from '@/shared/ui/moment';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';
import { personQuery } from '../api/people';

/** The account as it is now. */
export function Facts({ userId, unmasked }: { userId: string; unmasked: boolean }) {
  const { t } = useTranslation('support');
  const person = useQuery(personQuery(userId, unmasked));
  if (person.error && asProblem(person.error).code === 'not_found') {
    return <Notice title={t('person.gone')}>{t('person.goneText')}</Notice>;
  }
  return (
    <Card>
      <QueryView query={person}>
        {data => (
          <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            <Fact name={t('person.name')}>{data.displayName}</Fact>
            <Fact name={t('person.email')}>{data.email}</Fact>
            <Fact name={t('person.standing')}>
              <Badge tone={data.standing === 'active' ? 'good' : 'warn'}>{data.standing}</Badge>
            </Fact>
            <Fact name={t('person.verified')}>
              {data.emailVerifiedAt ? <Moment exact at={data.emailVerifiedAt} /> : t('person.notVerified')}
            </Fact>
            <Fact name={t('person.tier')}>{data.tier}</Fact>
            <Fact name={t('person.roles')}>{data.roles.join(', ')}</Fact>
            <Fact name={t('person.since')}>
              <Moment exact at={data.createdAt} />
            </Fact>
            <Fact name={t('person.history')}>
              <Link
                to="/staff/support/$type/$aggregateId"
                params={{ type: 'user', aggregateId: userId }}
                className="inline-flex min-h-touch items-center text-accent underline underline-offset-4"
              >
                {t('person.historyLink')}
              </Link>
            </Fact>
          </dl>
        )}
      </QueryView>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
