import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Look = Schemas['LookAtMe'];

/** When the staff looked at what is the member's, the latest first. */
export const looksQuery = infiniteQueryOptions({
  queryKey: ['looks'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/auth/me/looks', { params: { query: { ...(pageParam && { cursor: pageParam }) } }, signal })),
  initialPageParam: '',
  getNextPageParam: last => last.nextCursor ?? undefined,
});
