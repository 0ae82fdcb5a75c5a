import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Dialog } from '@/shared/ui/dialog';
import { DeleteForm } from './delete-form';

export function DeleteCard() {
  const { t } = useTranslation('profile');
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <CardTitle>{t('delete.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('delete.text')}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('delete.start')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('delete.ask')}>
        <DeleteForm onCancel={() => setAsking(false)} />
      </Dialog>
    </Card>
  );
}
