import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import type { MemoryView } from '../view';

export type MemoryHit = Schemas['MemoryHit'];

const MOST = 50;

/** What fits the words by its meaning, the best first. The server searches in what is remembered now. */
export function searchQuery(q: string, tier: MemoryView['tier']) {
  return queryOptions({
    queryKey: ['memories', 'search', { q, tier }],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/memory/search', { params: { query: { q, limit: MOST, ...(tier && { tier }) } }, signal })),
  });
}
