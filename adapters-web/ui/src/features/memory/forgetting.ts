import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';
import { useForgetMemory } from './api/forget-memory';
import { useRestoreMemory } from './api/restore-memory';

/** Forgetting a memory with a way back, and bringing one back. What fails is told, and nothing has changed then. */
export function useForgetting() {
  const { t } = useTranslation(['memory', 'common']);
  const problemText = useProblemText();
  const forgetting = useForgetMemory();
  const restoring = useRestoreMemory();
  const failed = (failure: unknown) => toast(problemText(failure), { tone: 'danger' });
  // The promises, not the callbacks of `mutate`: these stay silent once the page that asked is gone.
  const restore = (id: string) => {
    void restoring.mutateAsync({ id }).then(() => toast(t('restored')), failed);
  };
  const forget = (id: string) => {
    void forgetting
      .mutateAsync(id)
      .then(() => toast(t('deleted'), { action: { label: t('common:undo'), onSelect: () => restore(id) } }), failed);
  };
  return { forget, restore };
}
