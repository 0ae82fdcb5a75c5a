import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type TimelineItem = Schemas['SupportTimelineItem'];

const PAGE = 50;

/** What happened to a person, the newest first. */
export function timelineQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['support', 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/users/{id}/timeline', {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) }, header: because() },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
}
