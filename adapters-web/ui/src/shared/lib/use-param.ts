import { useParams } from '@tanstack/react-router';

/** A part of the page's address that its route names. */
export function useParam(name: string): string {
  const params: unknown = useParams({ strict: false });
  const value = typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : undefined;
  if (typeof value !== 'string') throw new Error(`The route has no part that is called ${name}.`);
  return value;
}
