import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

const AT_MOST = 5;

/** The memories that are closest to some words. */
export function memorySearchQuery(q: string) {
  return queryOptions({
    queryKey: ['memories', 'search', q],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/memory/search', { params: { query: { q, limit: AT_MOST } }, signal })),
  });
}
