import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/shared/ui/notice';

/** The last word to whoever has just deleted their account. */
export function Goodbye() {
  const { t } = useTranslation('landing');
  const search: unknown = useSearch({ strict: false });
  if (typeof search !== 'object' || search === null || !('goodbye' in search)) return null;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pb-4 sm:px-8">
      <Notice live tone="good" title={t('goodbye.title')}>
        {t('goodbye.text')}
      </Notice>
    </div>
  );
}
