import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { useProblemText } from '@/shared/ui/failure';
import { Moment } from '@/shared/ui/moment';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import { type Reconciliation, reconciliationsQuery, useReconcile } from '../api/reconciliations';

/** Whether our subscriptions are those of the payment service. */
export function Reconciliations() {
  const { t } = useTranslation('operations');
  const problemText = useProblemText();
  const reconciliations = useQuery(reconciliationsQuery);
  const reconcile = useReconcile();
  return (
    <Card>
      <CardTitle
        action={
          <Button
            look="secondary"
            busy={reconcile.isPending}
            onClick={() =>
              reconcile.mutate(undefined, {
                onSuccess: ({ differing }) => toast(t('reconciliations.found', { count: differing })),
                onError: failure => toast(problemText(failure), { tone: 'danger' }),
              })
            }
          >
            {t('reconciliations.start')}
          </Button>
        }
      >
        {t('reconciliations.title')}
      </CardTitle>
      <QueryView
        query={reconciliations}
        isEmpty={data => data.items.length === 0}
        empty={<Empty title={t('reconciliations.empty')} />}
      >
        {data => (
          <ul className="divide-y divide-line">
            {data.items.map(item => (
              <Compared key={item.id} item={item} />
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}

function Compared({ item }: { item: Reconciliation }) {
  const { t } = useTranslation('operations');
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={item.failure ? 'danger' : item.differing > 0 ? 'warn' : 'good'}>
          {item.failure ? t('reconciliations.failed') : t('reconciliations.found', { count: item.differing })}
        </Badge>
        <span>{t('reconciliations.checked', { count: item.checked })}</span>
        <span className="text-sm text-ink-soft">
          <Moment exact at={item.startedAt} />
        </span>
      </p>
      {item.failure && <p className="break-words text-danger">{item.failure}</p>}
      {item.differences.map(difference => (
        <p key={difference.customer} className="text-sm break-words">
          <code>{difference.userId ?? difference.customer}</code> {difference.found.join(', ')}
        </p>
      ))}
    </li>
  );
}
