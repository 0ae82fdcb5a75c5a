import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { useSaving } from '@/shared/ui/use-saving';

export function ExportMemories() {
  const { t } = useTranslation('memory');
  const { save, saving } = useSaving();
  const take = (format: 'json' | 'ndjson') =>
    save(`/api/memory/export?format=${format}`, `novacore-memories.${format}`, t('exporting.done'));
  return (
    <Card>
      <CardTitle>{t('exporting.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('exporting.text')}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" busy={saving} onClick={() => take('json')}>
          <Download aria-hidden size={18} />
          {t('exporting.json')}
        </Button>
        <Button look="secondary" busy={saving} onClick={() => take('ndjson')}>
          <Download aria-hidden size={18} />
          {t('exporting.ndjson')}
        </Button>
      </div>
      <p role="status" className="mt-3 text-sm text-ink-soft empty:hidden">
        {saving && t('exporting.running')}
      </p>
    </Card>
  );
}
