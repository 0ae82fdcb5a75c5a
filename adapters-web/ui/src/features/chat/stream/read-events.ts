import { createParser } from 'eventsource-parser';
import { ApiProblem } from '@/shared/api/problem';

export interface ServerEvent {
  name: string;
  id: string | undefined;
  data: unknown;
}

/** No event of ours is nearly as long; what is must not fill the memory. */
const LONGEST_EVENT = 4_000_000;

/**
 * Hands over the events of a response until it ends. The server lets itself be heard at least every few seconds, so silence
 * means that the connection is dead, whatever the network says.
 *
 * @param silence after how many milliseconds of it to give up
 * @throws ApiProblem `unreachable` when the connection breaks or falls silent
 */
export async function readEvents(
  response: Response,
  silence: number,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  if (!response.body) return;
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onEvent: event => onEvent({ name: event.event ?? 'message', id: event.id, data: parsed(event.data) }),
  });
  const reader = response.body.getReader();
  const text = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await within(silence, reader.read());
      if (done) return;
      parser.feed(text.decode(value, { stream: true }));
    }
  } catch (failure) {
    throw failure instanceof ApiProblem ? failure : ApiProblem.unreachable();
  } finally {
    // What is left unread would keep the connection open.
    void reader.cancel().catch(() => undefined);
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(ApiProblem.unreachable()), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
