import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Look = Schemas['SupportLook'];

/** Who of the staff looked at what is a person's. */
export function looksQuery(userId: string) {
  return infiniteQueryOptions({
    queryKey: ['support', 'looks', userId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/audit', {
          params: { query: { userId, ...(pageParam && { cursor: pageParam }) }, header: because() },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
    staleTime: 0,
  });
}
