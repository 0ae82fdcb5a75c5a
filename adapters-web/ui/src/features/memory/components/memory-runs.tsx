import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Confirm } from '@/shared/ui/confirm';
import { Empty } from '@/shared/ui/empty';
import { useProblemText } from '@/shared/ui/failure';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import { type MemoryRun, runsQuery } from '../api/list-runs';
import { useUndoRun } from '../api/undo-run';

const CHANGES = ['stored', 'promoted', 'merged', 'superseded', 'expired'] as const;

/** What changed by itself, run by run, with the way back. */
export function MemoryRuns() {
  const { t } = useTranslation('memory');
  const problemText = useProblemText();
  const query = useInfiniteQuery(runsQuery);
  const undo = useUndoRun();
  const [asked, setAsked] = useState<string>();
  const undoAsked = () => {
    if (asked === undefined) return;
    undo.mutate(asked, {
      onSuccess: ({ undone, skipped }) =>
        toast(
          [t('runs.undone', { count: undone }), skipped > 0 && t('runs.skipped', { count: skipped })]
            .filter(Boolean)
            .join(' '),
        ),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
      onSettled: () => setAsked(undefined),
    });
  };
  return (
    <Card>
      <CardTitle>{t('runs.title')}</CardTitle>
      <p className="mb-4 max-w-prose text-ink-soft">{t('runs.lead')}</p>
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<Empty title={t('runs.empty')}>{t('runs.emptyText')}</Empty>}
      >
        {({ pages }) => (
          <>
            <ul className="divide-y divide-line">
              {pages
                .flatMap(page => page.items)
                .map(run => (
                  <Run key={run.runId} run={run} onUndo={() => setAsked(run.runId)} />
                ))}
            </ul>
            <NextPage query={query} />
          </>
        )}
      </QueryView>
      <Confirm
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        onConfirm={undoAsked}
        title={t('runs.undoTitle')}
        confirm={t('runs.undo')}
        busy={undo.isPending}
        danger={false}
      >
        {t('runs.undoText')}
      </Confirm>
    </Card>
  );
}

function Run({ run, onUndo }: { run: MemoryRun; onUndo: () => void }) {
  const { t } = useTranslation('memory');
  const changes = CHANGES.filter(change => run[change] > 0);
  const total = changes.reduce((sum, change) => sum + run[change], 0);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-4">
      <div className="min-w-0">
        <h3>{t(`runs.${run.worker}`)}</h3>
        <p className="text-sm text-ink-soft">
          <Moment at={run.at} />
        </p>
        <ul className="mt-1 list-disc ps-5">
          {changes.map(change => (
            <li key={change}>{t(`runs.${change}`, { count: run[change] })}</li>
          ))}
        </ul>
        {run.undone > 0 && <p className="mt-1 text-ink-soft">{t('runs.takenBack', { count: run.undone })}</p>}
      </div>
      {run.undone < total && (
        <Button look="secondary" onClick={onUndo}>
          {t('runs.undo')}
        </Button>
      )}
    </li>
  );
}
