import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';
import { toast } from '@/shared/ui/toast';
import { useCorrectMemory } from '../api/correct-memory';
import { MemoryForm } from './memory-form';

export interface EditMemoryDialogProps {
  /** What is edited; closed when there is nothing. */
  memory: { id: string; content: string } | undefined;
  onClose: () => void;
}

export function EditMemoryDialog({ memory, onClose }: EditMemoryDialogProps) {
  const { t } = useTranslation(['memory', 'common']);
  const correct = useCorrectMemory();
  return (
    <Dialog open={memory !== undefined} onClose={onClose} title={t('form.editTitle')}>
      {memory && (
        <MemoryForm
          key={memory.id}
          before={memory.content}
          submit={t('common:save')}
          onCancel={onClose}
          onSubmit={async content => {
            if (content !== memory.content) {
              await correct.mutateAsync({ id: memory.id, content });
              toast(t('saved'));
            }
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
