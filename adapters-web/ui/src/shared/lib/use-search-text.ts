import { useSearch } from '@tanstack/react-router';

/** A text in the search part of the page's address; the route has checked what may stand there. */
export function useSearchText(name: string): string | undefined {
  const search: unknown = useSearch({ strict: false });
  const value = typeof search === 'object' && search !== null ? (search as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
