import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Reconciliation = Schemas['Reconciliation'];

/** Comparisons of our subscriptions with those of the payment service. */
export const reconciliationsQuery = queryOptions({
  queryKey: ['operations', 'reconciliations'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/support/billing/reconciliations', { params: { header: because() }, signal })),
  staleTime: 0,
});

export function useReconcile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/support/billing/reconciliations', { params: { header: because() } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: reconciliationsQuery.queryKey }),
  });
}
