import { useTranslation } from 'react-i18next';
import { Card, CardTitle } from '@/shared/ui/card';
import { Preferences } from '@/shared/ui/preferences';

export function PreferencesCard() {
  const { t } = useTranslation('profile');
  return (
    <Card>
      <CardTitle>{t('preferences.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('preferences.text')}</p>
      <Preferences labelled />
    </Card>
  );
}
