import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Memory } from '@/shared/data/memories';
import { Moment } from '@/shared/ui/moment';
import { importanceOf } from '../importance';

/** What is known about a memory, beside what it says. */
export function MemoryFacts({ memory }: { memory: Memory }) {
  const { t } = useTranslation(['memory', 'common']);
  return (
    <dl className="grid grid-cols-2 sm:grid-cols-3 gap-x-6 gap-y-4">
      <Fact name={t('one.tier')}>{t(`common:memoryTier.${memory.tier}`)}</Fact>
      <Fact name={t('one.kind')}>{t(`common:memoryKind.${memory.kind}`)}</Fact>
      <Fact name={t('one.importance')}>{t(`importance.${importanceOf(memory.importance)}`)}</Fact>
      <Fact name={t('one.occurred')}>
        <Moment at={memory.occurredAt} />
      </Fact>
      <Fact name={t('one.since')}>
        <Moment at={memory.createdAt} />
      </Fact>
      <Fact name={t('one.recalled')}>
        {memory.lastRecalledAt ? <Moment at={memory.lastRecalledAt} /> : t('one.never')}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
