import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';
import { SelectField } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toast';
import { useAddMemory } from '../api/add-memory';
import { MemoryForm } from './memory-form';

export function AddMemoryDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('memory');
  const add = useAddMemory();
  const [kind, setKind] = useState<'fact' | 'note'>('fact');
  return (
    <Dialog open={open} onClose={onClose} title={t('form.addTitle')}>
      <MemoryForm
        submit={t('form.add')}
        hint={t('form.addHint')}
        onCancel={onClose}
        onSubmit={async content => {
          await add.mutateAsync({ content, kind });
          toast(t('form.added'));
          onClose();
        }}
      >
        <SelectField
          label={t('form.kind')}
          value={kind}
          options={[
            { value: 'fact', label: t('form.fact') },
            { value: 'note', label: t('form.note') },
          ]}
          onChange={event => setKind(event.target.value === 'note' ? 'note' : 'fact')}
        />
      </MemoryForm>
    </Dialog>
  );
}
