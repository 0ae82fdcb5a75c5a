import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type MemoryHistoryEvent = Schemas['MemoryHistoryEvent'];

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['memories', 'history', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/memory/memories/{id}/history', { params: { path: { id } }, signal })),
  });
}
