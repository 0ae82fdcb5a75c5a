import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { useProblemText } from '@/shared/ui/failure';
import { SelectField } from '@/shared/ui/field';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import { useRetryWebhook, type Webhook, type WebhookStatus, webhooksQuery } from '../api/webhooks';
import { Reconciliations } from './reconciliations';

const STATUSES: readonly WebhookStatus[] = ['parked', 'pending', 'applied', 'ignored'];
const TONES: Record<WebhookStatus, Tone> = { parked: 'danger', pending: 'warn', applied: 'good', ignored: 'neutral' };

/** What the payment service told us, and whether we agree with it. */
export function Billing() {
  return (
    <div className="grid gap-6">
      <Webhooks />
      <Reconciliations />
    </div>
  );
}

function Webhooks() {
  const { t } = useTranslation('operations');
  const [status, setStatus] = useState<WebhookStatus>('parked');
  const webhooks = useInfiniteQuery(webhooksQuery(status));
  return (
    <Card>
      <CardTitle
        action={
          <SelectField
            hideLabel
            label={t('webhooks.filter')}
            value={status}
            options={STATUSES.map(value => ({ value, label: t(`webhooks.status.${value}`) }))}
            onChange={event => setStatus(event.target.value as WebhookStatus)}
          />
        }
      >
        {t('webhooks.title')}
      </CardTitle>
      <QueryView
        query={webhooks}
        isEmpty={data => data.pages.every(page => page.items.length === 0)}
        empty={<Empty title={t('webhooks.empty')} />}
      >
        {data => (
          <>
            <ul className="divide-y divide-line">
              {data.pages
                .flatMap(page => page.items)
                .map(webhook => (
                  <Received key={webhook.id} webhook={webhook} />
                ))}
            </ul>
            <NextPage query={webhooks} />
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Received({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('operations');
  const problemText = useProblemText();
  const retry = useRetryWebhook();
  const waiting = webhook.status === 'parked' || webhook.status === 'pending';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <strong className="font-semibold break-all">{webhook.type}</strong>
          <Badge tone={TONES[webhook.status]}>{t(`webhooks.status.${webhook.status}`)}</Badge>
        </p>
        {webhook.reason && <p className="break-words">{webhook.reason}</p>}
        <p className="flex flex-wrap gap-x-3 text-sm break-all text-ink-soft">
          <Moment exact at={webhook.receivedAt} />
          <span>{t('letters.attempts', { count: webhook.attempts })}</span>
          <code>{webhook.id}</code>
        </p>
      </div>
      {waiting && (
        <Button
          look="secondary"
          busy={retry.isPending}
          onClick={() =>
            retry.mutate(webhook.id, {
              onSuccess: () => toast(t('webhooks.retried')),
              onError: failure => toast(problemText(failure), { tone: 'danger' }),
            })
          }
        >
          {t('letters.retry')}
        </Button>
      )}
    </li>
  );
}
