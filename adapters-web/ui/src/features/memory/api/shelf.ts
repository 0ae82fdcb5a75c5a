import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '@/shared/api/client';
import { type Memory, memoryQuery } from '@/shared/data/memories';
import { quotaQuery } from '@/shared/data/quota';

/** After a change everything about memories is asked for again, and how much room is left. */
export async function memoriesChanged(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['memories'] }),
    queries.invalidateQueries({ queryKey: quotaQuery.queryKey }),
  ]);
}

/**
 * Shows a change before the server has confirmed it. A memory whose status changes leaves the lists.
 *
 * @returns how to take it back when the server refuses
 */
export async function changeAtOnce(
  queries: QueryClient,
  id: string,
  change: Partial<Pick<Memory, 'content' | 'status'>>,
): Promise<() => void> {
  await queries.cancelQueries({ queryKey: ['memories'] });
  const before = queries.getQueriesData({ queryKey: ['memories'] });
  const changed = <T extends { id: string }>(items: T[]): T[] =>
    change.status
      ? items.filter(item => item.id !== id)
      : items.map(item => (item.id === id ? { ...item, ...change } : item));
  queries.setQueriesData<InfiniteData<Schemas['MemoryPage']>>(
    { queryKey: ['memories', 'list'] },
    list => list && { ...list, pages: list.pages.map(page => ({ ...page, items: changed(page.items) })) },
  );
  queries.setQueriesData<Schemas['MemorySearch']>(
    { queryKey: ['memories', 'search'] },
    found => found && { results: changed(found.results) },
  );
  queries.setQueryData(memoryQuery(id).queryKey, memory => memory && { ...memory, ...change });
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}
