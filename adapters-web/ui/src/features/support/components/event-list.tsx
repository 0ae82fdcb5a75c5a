import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { useFormats } from '@/shared/lib/format';
import type { HistoryEvent } from '../api/history';

export interface EventListProps {
  events: readonly HistoryEvent[];
  chosen: number;
  onChoose: (sequence: number) => void;
}

/** All events in their order; the chosen one is kept in sight. */
export function EventList({ events, chosen, onChoose }: EventListProps) {
  const { t } = useTranslation('support');
  const format = useFormats();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ol ref={list} aria-label={t('history.events')} className="max-h-72 overflow-y-auto lg:max-h-[36rem]">
      {events.map(event => (
        <li key={event.sequence}>
          <button
            type="button"
            aria-current={event.sequence === chosen ? 'step' : undefined}
            onClick={() => onChoose(event.sequence)}
            className={classNames(
              'grid min-h-touch w-full grid-cols-[2.5rem_1fr] items-baseline gap-x-2 rounded-control px-3 py-2 text-start',
              event.sequence === chosen ? 'bg-accent-soft text-accent-strong' : 'hover:bg-sunken',
            )}
          >
            <span className="text-sm text-ink-soft tabular-nums">{event.sequence}</span>
            <span className="min-w-0">
              <span className="block font-semibold break-words">{event.type}</span>
              <span className="block text-sm text-ink-soft">{format.moment(event.at)}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
