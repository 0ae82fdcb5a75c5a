import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { useSettled } from '@/shared/lib/use-settled';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { Slider } from '@/shared/ui/slider';
import { eventsQuery, type HistoryEvent, type Subject } from '../api/history';
import { EventList } from './event-list';
import { InstantForm } from './instant-form';
import { Point } from './point';

export interface HistoryProps {
  subject: Subject;
  /** The event to begin with; the first when left out. */
  at: number | undefined;
}

/** The events of something, and what it was like after each of them. */
export function History({ subject, at = 0 }: HistoryProps) {
  const { t } = useTranslation('support');
  const [anchor, setAnchor] = useState(at);
  const [chosen, setChosen] = useState(at);
  const pages = useInfiniteQuery(eventsQuery(subject, anchor));
  const goTo = (sequence: number, events: readonly HistoryEvent[]) => {
    setChosen(sequence);
    // What is not among these is asked for with what is around it.
    if (!events.some(event => event.sequence === sequence)) setAnchor(sequence);
  };
  return (
    <QueryView
      query={pages}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('history.empty')}>{t('history.emptyText')}</Empty>}
    >
      {data => {
        const events = data.pages.flatMap(page => page.items);
        const event = events.find(({ sequence }) => sequence === chosen) ?? events[0];
        return event === undefined ? null : (
          <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
            <Card className="min-w-0 lg:sticky lg:top-4">
              <InstantForm subject={subject} onFound={sequence => goTo(sequence, events)} />
              <div className="-mx-3 mt-4 border-t border-line pt-3">
                {pages.hasPreviousPage && (
                  <Button
                    look="quiet"
                    className="w-full"
                    busy={pages.isFetchingPreviousPage}
                    onClick={() => void pages.fetchPreviousPage()}
                  >
                    {t('history.earlier')}
                  </Button>
                )}
                <EventList events={events} chosen={event.sequence} onChoose={setChosen} />
                <NextPage query={pages} />
              </div>
            </Card>
            <div className="grid min-w-0 gap-6">
              {events.length > 1 && <Track events={events} event={event} onChange={setChosen} />}
              <LatePoint subject={subject} event={event} />
            </div>
          </div>
        );
      }}
    </QueryView>
  );
}

/** The slider moves at once; the server is asked when it rests. */
function LatePoint({ subject, event }: { subject: Subject; event: HistoryEvent }) {
  return <Point subject={subject} event={useSettled(event)} />;
}

interface TrackProps {
  events: readonly HistoryEvent[];
  event: HistoryEvent;
  onChange: (sequence: number) => void;
}

function Track({ events, event, onChange }: TrackProps) {
  const { t } = useTranslation('support');
  const format = useFormats();
  const first = events[0]?.sequence ?? 0;
  const told = (sequence: number) => {
    const there = events[sequence - first];
    return there ? t('history.place', { sequence, at: format.moment(there.at), type: there.type }) : `${sequence}`;
  };
  return (
    <Card>
      <p className="break-words text-ink-soft">{told(event.sequence)}</p>
      <Slider
        label={t('history.slider')}
        value={event.sequence}
        min={first}
        max={first + events.length - 1}
        onChange={onChange}
        valueText={told}
      />
    </Card>
  );
}
