import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Conversation = Schemas['Conversation'];
export type Turn = Schemas['Turn'];
export type MemoryUsed = Schemas['MemoryUsed'];

/** The server shows what has happened a moment later; until then what is known here is newer. */
const AHEAD_MILLIS = 30_000;

export function conversationQuery(id: string) {
  const queryKey = ['conversation', id];
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const read = await unwrap(api.GET('/api/intelligence/conversations/{id}', { params: { path: { id } }, signal }));
      return newest(read, client.getQueryData<Conversation>(queryKey));
    },
  });
}

/** What the server tells, unless it does not know yet what this page has seen begin or end. */
export function newest(read: Conversation, known: Conversation | undefined, now = Date.now()): Conversation {
  const fresh = new Map(read.turns.map(turn => [turn.turnId, turn]));
  const isAhead = (turn: Turn) => {
    const told = fresh.get(turn.turnId);
    if (!told) return now - Date.parse(turn.startedAt) < AHEAD_MILLIS;
    return told.status === 'started' && now - Date.parse(turn.endedAt ?? '') < AHEAD_MILLIS;
  };
  return known?.turns.some(isAhead) ? { ...read, turns: known.turns } : read;
}
