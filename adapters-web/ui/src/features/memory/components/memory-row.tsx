import { Link } from '@tanstack/react-router';
import { Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/shared/ui/badge';
import { IconButton } from '@/shared/ui/button';
import { Moment } from '@/shared/ui/moment';
import type { MemoryHit } from '../api/search-memories';
import { excerpt } from '../excerpt';

export type ListedMemory = Omit<MemoryHit, 'score'>;

export interface MemoryRowProps {
  memory: ListedMemory;
  /** What is not remembered any more can only be brought back. */
  lasting: boolean;
  onEdit: (memory: ListedMemory) => void;
  onForget: (id: string) => void;
  onRestore: (id: string) => void;
}

export function MemoryRow({ memory, lasting, onEdit, onForget, onRestore }: MemoryRowProps) {
  const { t } = useTranslation(['memory', 'common']);
  const text = excerpt(memory.content);
  return (
    <li className="flex items-start gap-2 py-4">
      <div className="min-w-0 flex-1">
        <Link
          to="/memory/$memoryId"
          params={{ memoryId: memory.id }}
          className="line-clamp-4 rounded-control break-words whitespace-pre-line decoration-accent underline-offset-4 hover:underline"
        >
          {memory.content}
        </Link>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
          <Badge tone={memory.tier === 'LTM' ? 'good' : 'neutral'}>{t(`common:memoryTier.${memory.tier}`)}</Badge>
          <span>{t(`common:memoryKind.${memory.kind}`)}</span>
          <Moment at={memory.occurredAt} />
        </p>
      </div>
      <div className="flex max-[26rem]:flex-col">
        {lasting ? (
          <>
            <IconButton label={t('row.edit', { text })} onClick={() => onEdit(memory)}>
              <Pencil aria-hidden size={19} />
            </IconButton>
            <IconButton label={t('row.delete', { text })} onClick={() => onForget(memory.id)}>
              <Trash2 aria-hidden size={19} />
            </IconButton>
          </>
        ) : (
          <IconButton label={t('row.restore', { text })} onClick={() => onRestore(memory.id)}>
            <RotateCcw aria-hidden size={19} />
          </IconButton>
        )}
      </div>
    </li>
  );
}
