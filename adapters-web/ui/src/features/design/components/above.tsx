import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { Dialog } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { toast, Toasts } from '@/shared/ui/toast';

/** What appears above the page, in its own theme. */
export function Above() {
  const { t } = useTranslation('design');
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="secondary" onClick={() => setOpen('dialog')}>
        {t('above.dialog')}
      </Button>
      <Button look="secondary" onClick={() => setOpen('confirm')}>
        {t('above.confirm')}
      </Button>
      <Button look="secondary" onClick={() => toast(t('above.said'))}>
        {t('above.toast')}
      </Button>
      <Button look="secondary" onClick={() => toast(t('above.failed'), { tone: 'danger' })}>
        {t('above.toastFailed')}
      </Button>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title={t('above.dialog')}
        description={t('above.text')}
        actions={<Button onClick={close}>{t('buttons.primary')}</Button>}
      >
        <TextField label={t('fields.text')} />
      </Dialog>
      <Confirm
        open={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        title={t('above.confirm')}
        confirm={t('buttons.danger')}
      >
        {t('above.text')}
      </Confirm>
      <Toasts />
    </div>
  );
}
