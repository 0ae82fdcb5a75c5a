import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Decision = Schemas['PolicyDecision'];

/** What the policy said about a person's questions and their answers. */
export function decisionsQuery(userId: string) {
  return infiniteQueryOptions({
    queryKey: ['support', 'decisions', userId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/policy/decisions', {
          params: { query: { userId, ...(pageParam && { cursor: pageParam }) }, header: because() },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
}
