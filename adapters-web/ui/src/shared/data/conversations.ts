import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type ConversationSummary = Schemas['ConversationSummary'];

const PAGE = 30;

/** The member's conversations, the latest first; with `q` those that have all its words. */
export function conversationsQuery(q = '') {
  return infiniteQueryOptions({
    queryKey: ['conversations', q],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/intelligence/conversations', {
          params: { query: { limit: PAGE, ...(q && { q }), ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
}

/** One conversation with all its turns. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/intelligence/conversations/{id}', { params: { path: { id } }, signal })),
  });
}
