import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty';

export function NotAllowed() {
  const { t } = useTranslation();
  return (
    <Empty icon={Lock} title={t('notAllowed.title')}>
      {t('notAllowed.text')}
    </Empty>
  );
}
