import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Memory } from '@/shared/data/memories';
import { Button, buttonLook } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { useForgetting } from '../forgetting';

/** Says so when a memory does not count any more, and what can be done about it. */
export function MemoryStanding({ memory }: { memory: Memory }) {
  const { t } = useTranslation('memory');
  const { restore } = useForgetting();
  if (memory.status === 'active') return null;
  if (memory.status === 'superseded') {
    return (
      <Notice
        tone="warn"
        title={t('one.supersededTitle')}
        action={
          memory.supersededBy && (
            <Link to="/memory/$memoryId" params={{ memoryId: memory.supersededBy }} className={buttonLook('secondary')}>
              {t('one.successor')}
            </Link>
          )
        }
      >
        {t('one.supersededText')}
      </Notice>
    );
  }
  return (
    <Notice
      live
      tone="warn"
      title={t('one.forgottenTitle')}
      action={
        <Button look="secondary" onClick={() => restore(memory.id)}>
          {t('restore')}
        </Button>
      }
    >
      {t('one.forgottenText')}
    </Notice>
  );
}
