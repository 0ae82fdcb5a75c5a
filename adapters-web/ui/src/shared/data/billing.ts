import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Plan = Schemas['Plan'];
export type Subscription = Schemas['Subscription'];

/** What is sold here; open to visitors. */
export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) => unwrap(api.GET('/billing/plans', { signal })),
  staleTime: 10 * 60_000,
});

export const subscriptionQuery = queryOptions({
  queryKey: ['subscription'],
  queryFn: ({ signal }) => unwrap(api.GET('/billing/subscription', { signal })),
});
