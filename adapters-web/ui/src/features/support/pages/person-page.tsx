import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam } from '@/shared/lib/use-param';
import { StaffPage } from '@/shared/staff/staff-page';
import { buttonLook } from '@/shared/ui/button';
import { Tabs } from '@/shared/ui/tabs';
import { Decisions } from '../components/decisions';
import { Facts } from '../components/facts';
import { Looks } from '../components/looks';
import { Timeline } from '../components/timeline';
import { Unmasking } from '../components/unmasking';
import { SUPPORT_ROLES } from '../roles';

const TABS = ['timeline', 'decisions', 'looks'] as const;
type Tab = (typeof TABS)[number];

/** One person: what their account is like, and what happened to them. */
export function PersonPage() {
  const { t } = useTranslation('support');
  const userId = useParam('userId');
  return (
    <StaffPage
      title={t('person.title')}
      lead={<code className="break-all">{userId}</code>}
      roles={SUPPORT_ROLES}
      action={
        <Link to="/staff/support" className={buttonLook('quiet')}>
          <ArrowLeft aria-hidden size={20} />
          {t('person.others')}
        </Link>
      }
    >
      <Person key={userId} userId={userId} />
    </StaffPage>
  );
}

function Person({ userId }: { userId: string }) {
  const { t } = useTranslation('support');
  const [unmasked, setUnmasked] = useState(false);
  const [tab, setTab] = useState<Tab>('timeline');
  return (
    <>
      <Unmasking shown={unmasked} onChange={setUnmasked} />
      <Facts userId={userId} unmasked={unmasked} />
      <div className="mt-8">
        <Tabs
          label={t('person.tabs')}
          value={tab}
          onChange={setTab}
          tabs={TABS.map(value => ({ value, label: t(`person.${value}`) }))}
        >
          {tab === 'timeline' && <Timeline userId={userId} />}
          {tab === 'decisions' && <Decisions userId={userId} />}
          {tab === 'looks' && <Looks userId={userId} />}
        </Tabs>
      </div>
    </>
  );
}
