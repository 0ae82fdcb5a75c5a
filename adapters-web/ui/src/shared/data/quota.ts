import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Quota = Schemas['Quota'];

/** What the member may use today and has used; the answer of a chat brings a newer one. */
export const quotaQuery = queryOptions({
  queryKey: ['quota'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/usage/quota', { signal })),
});
