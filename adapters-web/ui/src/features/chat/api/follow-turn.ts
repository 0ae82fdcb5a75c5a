import { authorized } from '@/shared/api/client';

const LONGEST_BEGINNING_MILLIS = 15_000;

/**
 * The rest of an answer as a stream of events.
 *
 * @param after how much of the answer is known, in UTF-16 units, which is the id of the last event; 0 for all of it
 */
export function followTurn(turnId: string, after: number, signal: AbortSignal): Promise<Response> {
  return authorized(
    new Request(new URL(`/api/intelligence/chat/${encodeURIComponent(turnId)}/stream`, location.origin), {
      headers: { Accept: 'text/event-stream', ...(after > 0 && { 'Last-Event-ID': String(after) }) },
      signal,
    }),
    LONGEST_BEGINNING_MILLIS,
  );
}
