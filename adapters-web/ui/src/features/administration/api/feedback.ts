import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Feedback = Schemas['Feedback'];

/** What members said, the newest first. */
export function feedbackQuery(reason: string) {
  return infiniteQueryOptions({
    queryKey: ['administration', 'feedback'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/feedback', {
          params: { query: pageParam ? { cursor: pageParam } : {}, header: because(reason) },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
}
