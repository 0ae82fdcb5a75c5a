import { Link } from '@tanstack/react-router';
import { MessageCirclePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { buttonLook } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { FirstSteps } from '../components/first-steps';
import { MemoryCounts } from '../components/memory-counts';
import { QuotaRings } from '../components/quota-rings';
import { RecentConversations } from '../components/recent-conversations';
import { UsageHistory } from '../components/usage-history';
import { greetingAt } from '../greeting';

export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const { displayName } = useMember();
  const [greeting] = useState(() => greetingAt(new Date().getHours()));
  return (
    <Page
      title={t(`greeting.${greeting}`, { name: displayName })}
      lead={t('lead')}
      action={
        <Link to="/chat" className={buttonLook('primary')}>
          <MessageCirclePlus aria-hidden size={18} />
          {t('newChat')}
        </Link>
      }
    >
      <div className="grid gap-6">
        <FirstSteps />
        <QuotaRings />
        <UsageHistory />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <RecentConversations />
          <MemoryCounts />
        </div>
      </div>
    </Page>
  );
}
