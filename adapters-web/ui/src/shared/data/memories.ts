import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Memory = Schemas['Memory'];
export type MemoryTier = Memory['tier'];

/** How many memories there are in each tier. */
export const memoryStatsQuery = queryOptions({
  queryKey: ['memories', 'stats'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/memory/stats', { signal })),
});

export function memoryQuery(id: string) {
  return queryOptions({
    queryKey: ['memories', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/memory/memories/{id}', { params: { path: { id } }, signal })),
  });
}
