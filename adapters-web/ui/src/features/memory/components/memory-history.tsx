import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { useProblemText } from '@/shared/ui/failure';
import { Moment } from '@/shared/ui/moment';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import { historyQuery, type MemoryHistoryEvent } from '../api/memory-history';
import { useRestoreMemory } from '../api/restore-memory';
import { type WayBack, waysBack } from '../history';
import { historySentence } from './history-sentence';

/** All that happened to a memory, the latest first, with the way back where there is one. */
export function MemoryHistory({ id }: { id: string }) {
  const { t } = useTranslation('memory');
  const problemText = useProblemText();
  const restoring = useRestoreMemory();
  const takeBack = ({ runId }: WayBack) =>
    void restoring.mutateAsync({ id, runId }).then(
      () => toast(t('history.tookBack')),
      (failure: unknown) => toast(problemText(failure), { tone: 'danger' }),
    );
  return (
    <Card>
      <CardTitle>{t('history.title')}</CardTitle>
      <QueryView query={useQuery(historyQuery(id))}>
        {({ events }) => {
          const ways = waysBack(events);
          return (
            <ol className="grid gap-5 border-s-2 border-line ps-5">
              {events.toReversed().map(event => {
                const way = ways.get(event.sequence);
                return (
                  <Happened key={event.sequence} event={event}>
                    {way && (
                      <Button
                        look="secondary"
                        className="mt-2"
                        busy={restoring.isPending}
                        onClick={() => takeBack(way)}
                      >
                        <RotateCcw aria-hidden size={17} />
                        {t(way.runId ? 'history.takeBackRun' : 'history.takeBack')}
                      </Button>
                    )}
                  </Happened>
                );
              })}
            </ol>
          );
        }}
      </QueryView>
    </Card>
  );
}

function Happened({ event, children }: { event: MemoryHistoryEvent; children: ReactNode }) {
  const { t } = useTranslation(['memory', 'common']);
  const who = event.actor === 'member' ? 'you' : event.actor === 'staff' ? 'staff' : 'us';
  return (
    <li className="relative before:absolute before:-start-[1.6rem] before:top-2 before:size-2.5 before:rounded-full before:bg-accent">
      <p className="font-semibold">{historySentence(event, t)}</p>
      <p className="text-sm text-ink-soft">
        {t(`history.by.${who}`)}, <Moment at={event.at} />
      </p>
      {event.content && (
        <blockquote className="mt-1 border-s-2 border-line ps-3 break-words whitespace-pre-line text-ink-soft">
          {event.content}
        </blockquote>
      )}
      {event.other && (
        <Link to="/memory/$memoryId" params={{ memoryId: event.other }} className="text-accent underline">
          {t('history.seeOther')}
        </Link>
      )}
      {children}
    </li>
  );
}
