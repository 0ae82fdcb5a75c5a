import { Sprout } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemoryUsed } from '../api/conversation';
import { MemoryDialog } from './memory-dialog';

/** More at a time say nothing more. */
const AT_FIRST = 3;
const CHIP =
  'inline-flex min-h-touch items-center gap-1.5 rounded-full bg-accent-soft px-3.5 text-sm font-semibold text-accent-strong hover:underline';

/** That an answer used memories, and which. */
export function MemoryChips({ memories }: { memories: readonly MemoryUsed[] }) {
  const { t } = useTranslation('chat');
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | undefined>();
  if (memories.length === 0) return null;
  const shown = all ? memories : memories.slice(0, AT_FIRST);
  const rest = memories.length - shown.length;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="flex items-center gap-1.5 text-sm text-ink-soft">
        <Sprout aria-hidden size={16} className="text-accent" />
        {t('memory.label')}
      </span>
      <ul className="contents">
        {shown.map(({ id, tier }) => {
          const name = t(`memoryTier.${tier}`, { ns: 'common' });
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={t('memory.open', { tier: name })}
                className={CHIP}
                onClick={() => setOpen(id)}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" className={CHIP} onClick={() => setAll(true)}>
          {t('memory.rest', { count: rest })}
        </button>
      )}
      {open !== undefined && <MemoryDialog memoryId={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
