import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '@/shared/staff/reason-dialog';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { useProblemText } from '@/shared/ui/failure';
import { JsonTree } from '@/shared/ui/json-tree';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import {
  type DeadLetter,
  deadLetterQuery,
  deadLettersQuery,
  useDiscardLetter,
  useRetryLetter,
} from '../api/dead-letters';

/** Events that could not be handled, and wait for somebody. */
export function DeadLetters() {
  const { t } = useTranslation('operations');
  const letters = useInfiniteQuery(deadLettersQuery);
  return (
    <QueryView
      query={letters}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('letters.empty')}>{t('letters.emptyText')}</Empty>}
    >
      {data => (
        <>
          <ul className="grid gap-4">
            {data.pages
              .flatMap(page => page.items)
              .map(letter => (
                <Letter key={letter.id} letter={letter} />
              ))}
          </ul>
          <NextPage query={letters} />
        </>
      )}
    </QueryView>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('operations');
  const [open, setOpen] = useState(false);
  return (
    <li className="rounded-card border border-line bg-surface p-5">
      <p className="flex flex-wrap items-center gap-2">
        <MailX aria-hidden size={20} className="text-danger" />
        <strong className="font-semibold break-all">{letter.eventType}</strong>
        <Badge>{letter.processor}</Badge>
        {letter.parked && <Badge tone="danger">{t('letters.parked')}</Badge>}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <span>
          {t('letters.since')} <Moment at={letter.enqueuedAt} />
        </span>
        <span>{t('letters.attempts', { count: letter.attempts })}</span>
        {letter.nextRetryAt && (
          <span>
            {t('letters.next')} <Moment at={letter.nextRetryAt} />
          </span>
        )}
        {letter.waitsFor > 0 && <span>{t('letters.waits', { count: letter.waitsFor })}</span>}
      </p>
      {letter.cause && (
        <p className="mt-2 break-words">
          <code className="text-sm">{letter.cause.type}</code> {letter.cause.message}
        </p>
      )}
      <Actions letter={letter} />
      <details className="mt-1" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="inline-flex min-h-touch items-center text-sm text-ink-soft underline underline-offset-4">
          {t('letters.look')}
        </summary>
        {open && <Payload id={letter.id} />}
      </details>
    </li>
  );
}

function Payload({ id }: { id: string }) {
  const letter = useQuery(deadLetterQuery(id));
  return (
    <QueryView query={letter}>
      {data => (
        <>
          <p className="mb-2 font-mono text-sm break-all text-ink-soft">
            {data.aggregate} {data.sequence} {data.eventId}
          </p>
          <JsonTree value={data.payload} />
        </>
      )}
    </QueryView>
  );
}

function Actions({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('operations');
  const problemText = useProblemText();
  const retry = useRetryLetter();
  const discard = useDiscardLetter();
  const [discarding, setDiscarding] = useState(false);
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      <Button
        look="secondary"
        busy={retry.isPending}
        onClick={() =>
          retry.mutate(letter.id, {
            onSuccess: ({ outcome }) =>
              toast(t(`letters.${outcome}`), { tone: outcome === 'settled' ? 'good' : 'danger' }),
            onError: failure => toast(problemText(failure), { tone: 'danger' }),
          })
        }
      >
        {t('letters.retry')}
      </Button>
      <Button look="quiet" onClick={() => setDiscarding(true)}>
        {t('letters.discard')}
      </Button>
      <ReasonDialog
        open={discarding}
        onClose={() => setDiscarding(false)}
        title={t('letters.discardTitle')}
        description={t('letters.discardText')}
        submit={t('letters.discard')}
        busy={discard.isPending}
        failure={discard.error}
        onSubmit={reason =>
          discard.mutate(
            { id: letter.id, reason },
            {
              onSuccess: () => {
                setDiscarding(false);
                toast(t('letters.discarded'));
              },
            },
          )
        }
      />
    </div>
  );
}
