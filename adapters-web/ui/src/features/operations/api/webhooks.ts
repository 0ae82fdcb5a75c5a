import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Webhook = Schemas['Webhook'];
export type WebhookStatus = Webhook['status'];

/** What the payment service told us. */
export function webhooksQuery(status: WebhookStatus) {
  return infiniteQueryOptions({
    queryKey: ['operations', 'webhooks', status],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/billing/webhooks', {
          params: { query: { status, ...(pageParam && { cursor: pageParam }) }, header: because() },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
    staleTime: 0,
  });
}

export function useRetryWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/support/billing/webhooks/{id}/retry', { params: { path: { id }, header: because() } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations', 'webhooks'] }),
  });
}
