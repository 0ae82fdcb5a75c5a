import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/page';
import { DeleteCard } from '../components/delete-card';
import { ExportCard } from '../components/export-card';
import { LooksCard } from '../components/looks-card';
import { NameCard } from '../components/name-card';
import { PasswordCard } from '../components/password-card';
import { PreferencesCard } from '../components/preferences-card';
import { SessionsCard } from '../components/sessions-card';

export function ProfilePage() {
  const { t } = useTranslation('profile');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="grid gap-6">
        <NameCard />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PasswordCard />
          <SessionsCard />
          <PreferencesCard />
          <ExportCard />
        </div>
        <LooksCard />
        <DeleteCard />
      </div>
    </Page>
  );
}
