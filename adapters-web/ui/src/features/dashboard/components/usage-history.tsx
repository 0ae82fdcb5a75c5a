import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { Skeleton } from '@/shared/ui/skeleton';
import { dailyUsageQuery, type UsageDay } from '../api/daily-usage';
import { UsageTable } from './usage-table';

const UsageChart = lazy(() => import('./usage-chart').then(module => ({ default: module.UsageChart })));

/** What was used lately, as a chart or as a table. */
export function UsageHistory() {
  const { t } = useTranslation('dashboard');
  const [asTable, setAsTable] = useState(false);
  const query = useQuery(dailyUsageQuery);
  const used = query.data?.items.some(day => day.turns > 0) ?? false;
  return (
    <Card>
      <CardTitle
        action={
          used && (
            <Button look="quiet" className="-mx-4" onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'usage.asChart' : 'usage.asTable')}
            </Button>
          )
        }
      >
        {t('usage.title')}
      </CardTitle>
      <QueryView
        query={query}
        loading={<Skeleton className="h-64" />}
        isEmpty={() => !used}
        empty={<Empty title={t('usage.empty')}>{t('usage.emptyText')}</Empty>}
      >
        {({ items }) => (
          <>
            <Summary days={items} />
            {asTable ? (
              <UsageTable days={items} />
            ) : (
              <figure aria-label={t('usage.chartLabel')}>
                <Suspense fallback={<Skeleton className="h-64" />}>
                  <UsageChart days={items} />
                </Suspense>
                <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
                  <Key colour="bg-line-strong">{t('usage.read')}</Key>
                  <Key colour="bg-accent">{t('usage.written')}</Key>
                </figcaption>
              </figure>
            )}
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Summary({ days }: { days: readonly UsageDay[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormats();
  const answers = days.reduce((sum, day) => sum + day.turns, 0);
  const tokens = days.reduce((sum, day) => sum + day.inputTokens + day.outputTokens, 0);
  return <p className="mb-4 text-ink-soft">{t('usage.summary', { count: answers, tokens: format.integer(tokens) })}</p>;
}

function Key({ colour, children }: { colour: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={`size-3 rounded-full ${colour}`} />
      {children}
    </span>
  );
}
