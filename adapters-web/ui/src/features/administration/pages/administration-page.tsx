import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffPage } from '@/shared/staff/staff-page';
import { Tabs } from '@/shared/ui/tabs';
import { FeedbackInbox } from '../components/feedback-inbox';
import { Invitations } from '../components/invitations';
import { People } from '../components/people';

const TABS = { invitations: Invitations, people: People, feedback: FeedbackInbox };
type Tab = keyof typeof TABS;

/** Who may come, who may do what, and what they say. */
export function AdministrationPage() {
  const { t } = useTranslation('administration');
  const [tab, setTab] = useState<Tab>('invitations');
  const Panel = TABS[tab];
  return (
    <StaffPage title={t('title')} lead={t('lead')} roles={['ADMIN']} asksWhy={false}>
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
