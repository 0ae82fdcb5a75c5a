import { authorized } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/client';

/** Until the turn has begun the server looks for memories and weighs the question, and says nothing. */
const LONGEST_BEGINNING_MILLIS = 30_000;

export type Asked = Pick<Schemas['ChatRequest'], 'message' | 'conversationId' | 'model' | 'useMemory' | 'replaces'>;

/** Asks; the answer is a stream of events. The same key is the same turn, so it may be sent again when nobody answered. */
export function ask(question: Asked, key: string, signal: AbortSignal): Promise<Response> {
  return authorized(
    new Request(new URL('/api/intelligence/chat', location.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Idempotency-Key': key },
      body: JSON.stringify({ ...question, keepGoing: true }),
      signal,
    }),
    LONGEST_BEGINNING_MILLIS,
  );
}
