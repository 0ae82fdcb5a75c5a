import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type MemoryRun = Schemas['MemoryRun'];

/** What the workers changed of the member's memories, the latest first. */
export const runsQuery = infiniteQueryOptions({
  queryKey: ['memories', 'runs'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/api/memory/runs', { params: { query: { ...(pageParam && { cursor: pageParam }) } }, signal })),
  initialPageParam: '',
  getNextPageParam: last => last.nextCursor ?? undefined,
});
