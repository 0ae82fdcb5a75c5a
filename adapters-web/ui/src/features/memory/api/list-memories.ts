import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import type { MemoryView } from '../view';

const PAGE = 30;

/** The member's memories, the latest kept first. */
export function memoriesQuery({ tier, kind, status }: Pick<MemoryView, 'tier' | 'kind' | 'status'>) {
  return infiniteQueryOptions({
    queryKey: ['memories', 'list', { tier, kind, status }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/memory/memories', {
          params: {
            query: {
              limit: PAGE,
              ...(tier && { tier }),
              ...(kind && { kind }),
              ...(status && { status }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
}
