import type { TFunction } from 'i18next';
import type { memory } from '@/shared/i18n/en/memory';
import type { MemoryHistoryEvent } from '../api/memory-history';

type Reason = keyof typeof memory.history.forgotten;

/** What happened, as a sentence. */
export function historySentence(event: MemoryHistoryEvent, t: TFunction<['memory', 'common']>): string {
  const tier = event.tier ? t(`common:memoryTier.${event.tier}`) : '';
  switch (event.type) {
    case 'memory.stored':
      return t(event.runId ? 'history.storedByRun' : 'history.stored', { tier });
    case 'memory.recalled':
      return t('history.recalled');
    case 'memory.promoted':
      return t('history.promoted', { tier, from: event.from ? t(`common:memoryTier.${event.from}`) : '' });
    case 'memory.merged':
      return t('history.merged');
    case 'memory.supported':
      return t('history.supported');
    case 'memory.superseded':
      return t(event.reason === 'merged' ? 'history.superseded' : 'history.contradicted');
    case 'memory.revised':
      return t('history.revised');
    case 'memory.forgotten':
      return t(`history.forgotten.${(event.reason ?? 'member') as Reason}`);
    case 'memory.restored':
      return t('history.restored', { tier });
    default:
      return t('history.other');
  }
}
