import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';

/** What stands there when a page fails: the server out of reach, or a mistake of ours, which must not take all with it. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => {
    const again = () => void router.invalidate();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [router]);
  return (
    <div className="mx-auto grid min-h-[60dvh] max-w-xl place-content-center gap-4 px-4">
      <h1 className="sr-only">{t('failed.title')}</h1>
      {error instanceof ApiProblem ? (
        <Failure failure={error} retry={() => void router.invalidate()} />
      ) : (
        <Empty
          title={t('crashed.title')}
          action={<Button onClick={() => window.location.reload()}>{t('crashed.reload')}</Button>}
        >
          {t('crashed.text')}
        </Empty>
      )}
    </div>
  );
}
