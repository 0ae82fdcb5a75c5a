import type { QueryClient } from '@tanstack/react-query';
import { type Conversation, conversationQuery, type Turn } from '../api/conversation';
import type { Asked } from '../api/ask';
import type { Meta } from './running-answer';

/** Puts a turn that has begun into the conversation as it is known here, and aside what it takes the place of. */
export function addTurn(queries: QueryClient, meta: Meta, question: Asked): void {
  const turn: Turn = {
    turnId: meta.turnId,
    prompt: question.message,
    reply: null,
    status: 'started',
    memoriesUsed: meta.memoriesUsed,
    startedAt: new Date().toISOString(),
  };
  const { queryKey } = conversationQuery(meta.conversationId);
  queries.setQueryData<Conversation>(queryKey, before => {
    if (!before) return { id: meta.conversationId, title: titleOf(question.message), turns: [turn] };
    if (before.turns.some(other => other.turnId === turn.turnId)) return before;
    return { ...before, turns: [...setAside(before.turns, question.replaces, turn.turnId), turn] };
  });
}

/** Turns from one on, set aside; those that were so before keep what took their place. */
export function setAside(turns: readonly Turn[], from: string | null | undefined, by: string): Turn[] {
  const first = turns.findIndex(turn => turn.turnId === from);
  if (first === -1) return [...turns];
  return turns.map((turn, place) => (place < first || turn.replacedBy ? turn : { ...turn, replacedBy: by }));
}

export function changeTurn(queries: QueryClient, conversationId: string, turnId: string, change: Partial<Turn>): void {
  const { queryKey } = conversationQuery(conversationId);
  queries.setQueryData<Conversation>(queryKey, before =>
    before
      ? { ...before, turns: before.turns.map(turn => (turn.turnId === turnId ? { ...turn, ...change } : turn)) }
      : before,
  );
}

const LONGEST_TITLE = 60;

/** Until the server has found one. */
function titleOf(prompt: string): string {
  const line = prompt.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}
