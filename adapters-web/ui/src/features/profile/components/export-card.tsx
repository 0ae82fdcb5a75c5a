import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Progress } from '@/shared/ui/progress';
import { useSaving } from '@/shared/ui/use-saving';

export function ExportCard() {
  const { t } = useTranslation('profile');
  const { save, saving } = useSaving();
  return (
    <Card>
      <CardTitle>{t('export.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('export.text')}</p>
      <Button
        look="secondary"
        busy={saving}
        onClick={() => save('/auth/me/export', 'novacore-personal-data.json', t('export.done'))}
      >
        <Download aria-hidden size={18} />
        {t('export.start')}
      </Button>
      <div role="status" className="mt-4 empty:hidden">
        {saving && (
          <>
            <Progress label={t('export.running')} />
            <p className="mt-2 text-sm text-ink-soft">{t('export.runningText')}</p>
          </>
        )}
      </div>
    </Card>
  );
}
