import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam } from '@/shared/lib/use-param';
import { StaffPage } from '@/shared/staff/staff-page';
import { buttonLook } from '@/shared/ui/button';
import { History } from '../components/history';
import { Unmasking } from '../components/unmasking';
import { SUPPORT_ROLES } from '../roles';

const TYPES = ['user', 'subscription', 'quota', 'memory', 'conversation'] as const;

/** Anything that has a history: a person, a subscription, a day's quota, a memory, a conversation. */
export function AggregatePage() {
  const { t } = useTranslation('support');
  const type = useParam('type');
  const id = useParam('aggregateId');
  const known = TYPES.find(name => name === type);
  const at = useAt();
  return (
    <StaffPage
      title={known ? t(`types.${known}`) : type}
      lead={<code className="break-all">{id}</code>}
      roles={SUPPORT_ROLES}
      action={
        <Link to="/staff/support" className={buttonLook('quiet')}>
          <ArrowLeft aria-hidden size={20} />
          {t('person.others')}
        </Link>
      }
    >
      <Aggregate key={`${type}/${id}`} type={type} id={id} at={at} />
    </StaffPage>
  );
}

function Aggregate({ type, id, at }: { type: string; id: string; at: number | undefined }) {
  const [unmask, setUnmask] = useState(false);
  return (
    <>
      <Unmasking shown={unmask} onChange={setUnmask} />
      <History subject={{ type, id, unmask }} at={at} />
    </>
  );
}

function useAt(): number | undefined {
  const search: unknown = useSearch({ strict: false });
  if (typeof search !== 'object' || search === null || !('at' in search)) return undefined;
  return typeof search.at === 'number' && Number.isInteger(search.at) && search.at >= 0 ? search.at : undefined;
}
