import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffPage } from '@/shared/staff/staff-page';
import { Tabs } from '@/shared/ui/tabs';
import { Billing } from '../components/billing';
import { DeadLetters } from '../components/dead-letters';
import { Discarded } from '../components/discarded';
import { Processors } from '../components/processors';
import { OPERATIONS_ROLES } from '../roles';

const TABS = { processors: Processors, letters: DeadLetters, discarded: Discarded, billing: Billing };
type Tab = keyof typeof TABS;

/** How the machine is doing, for those who look after it. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const [tab, setTab] = useState<Tab>('processors');
  const Panel = TABS[tab];
  return (
    <StaffPage title={t('title')} lead={t('lead')} roles={OPERATIONS_ROLES}>
      <Tabs
        label={t('title')}
        value={tab}
        onChange={setTab}
        tabs={(Object.keys(TABS) as Tab[]).map(value => ({ value, label: t(`tabs.${value}`) }))}
      >
        <Panel />
      </Tabs>
    </StaffPage>
  );
}
