import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonLook } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { usePageTitle } from '@/shared/ui/page';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <Empty
        title={t('notFound.title')}
        action={
          <Link to="/" className={buttonLook('primary')}>
            {t('notFound.home')}
          </Link>
        }
      >
        {t('notFound.text')}
      </Empty>
    </main>
  );
}
