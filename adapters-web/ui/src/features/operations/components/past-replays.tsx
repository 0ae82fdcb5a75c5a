import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Moment } from '@/shared/ui/moment';
import { QueryView } from '@/shared/ui/query-view';
import { type Replay, replaysQuery } from '../api/replays';

const TONES: Record<Replay['status'], Tone> = {
  waiting: 'neutral',
  building: 'neutral',
  comparing: 'neutral',
  swapped: 'good',
  refused: 'warn',
  failed: 'danger',
  cancelled: 'neutral',
};

/** Earlier replays, asked for when somebody wants to see them. */
export function PastReplays({ name }: { name: string }) {
  const { t } = useTranslation('operations');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-touch items-center text-sm text-ink-soft underline underline-offset-4">
        {t('replay.past')}
      </summary>
      {open && <List name={name} />}
    </details>
  );
}

function List({ name }: { name: string }) {
  const { t } = useTranslation('operations');
  const replays = useQuery(replaysQuery(name));
  return (
    <QueryView
      query={replays}
      isEmpty={data => data.items.length === 0}
      empty={<p className="text-sm text-ink-soft">{t('replay.none')}</p>}
    >
      {data => (
        <ul className="grid gap-3 text-sm">
          {data.items.map(replay => (
            <li key={replay.replayId}>
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={TONES[replay.status]}>{t(`replay.status.${replay.status}`)}</Badge>
                <Moment exact at={replay.askedAt} />
                <span className="break-all text-ink-soft">{t('replay.by', { who: replay.askedBy })}</span>
              </p>
              {replay.failure && <p className="text-danger">{replay.failure}</p>}
              {replay.differences.map(({ table, missing, surplus, changed, keys }) => (
                <p key={table} className="break-words text-ink-soft">
                  {t('replay.difference', { table, missing, surplus, changed })} {keys.slice(0, 5).join(', ')}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
