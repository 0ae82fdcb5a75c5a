import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card, CardTitle } from '@/shared/ui/card';
import { Moment } from '@/shared/ui/moment';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';
import { type HistoryEvent, stateQuery, type Subject } from '../api/history';
import { Changes } from './changes';
import { GivenPrompt } from './given-prompt';
import { JsonTree } from '@/shared/ui/json-tree';

/** One event: what it changed, what it led to, and what it says. */
export function Point({ subject, event }: { subject: Subject; event: HistoryEvent }) {
  const { t } = useTranslation('support');
  const turn = turnOf(event);
  return (
    <>
      <Card>
        <CardTitle>{t('point.changed')}</CardTitle>
        <Changes subject={subject} sequence={event.sequence} />
      </Card>
      {turn !== undefined && (
        <Card>
          <CardTitle>{t('prompt.title')}</CardTitle>
          <GivenPrompt key={turn} conversationId={subject.id} turnId={turn} unmask={subject.unmask} />
        </Card>
      )}
      <Card>
        <CardTitle>{t('point.state')}</CardTitle>
        <State subject={subject} sequence={event.sequence} />
      </Card>
      <Card>
        <CardTitle>{t('point.event')}</CardTitle>
        {!event.understood && (
          <Notice tone="warn" className="mb-4">
            {t('point.notUnderstood')}
          </Notice>
        )}
        <dl className="mb-4 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
          <dt className="text-ink-soft">{t('point.at')}</dt>
          <dd>
            <Moment exact at={event.at} />
          </dd>
          <dt className="text-ink-soft">{t('point.actor')}</dt>
          <dd className="break-all">
            {event.actor.kind} <code>{event.actor.id}</code>
          </dd>
          <dt className="text-ink-soft">{t('point.request')}</dt>
          <dd>
            <code className="break-all">{event.correlationId}</code>
          </dd>
        </dl>
        <JsonTree value={event.payload} />
      </Card>
    </>
  );
}

function State({ subject, sequence }: { subject: Subject; sequence: number }) {
  const { t } = useTranslation('support');
  const state = useQuery(stateQuery(subject, `${sequence}`));
  return (
    <QueryView query={state}>
      {data => (
        <div aria-busy={state.isPlaceholderData}>
          {data.passedOver > 0 && (
            <Notice tone="warn" className="mb-4">
              {t('point.passedOver', { count: data.passedOver })}
            </Notice>
          )}
          <JsonTree value={data.state} />
        </div>
      )}
    </QueryView>
  );
}

/** The turn that an event began: for it the model was given something. */
function turnOf(event: HistoryEvent): string | undefined {
  const payload: unknown = event.payload;
  if (!event.type.startsWith('conversation.turn-started/')) return undefined;
  if (typeof payload !== 'object' || payload === null || !('turn' in payload)) return undefined;
  return typeof payload.turn === 'string' ? payload.turn : undefined;
}
