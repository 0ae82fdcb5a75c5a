import { useSyncExternalStore } from 'react';
import { session } from '@/shared/session';

export const LONGEST_REASON = 200;
const KEY = 'nova.staff.reason';

/** What word processors and phones write, in the characters that every header can carry. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * A reason as a header can carry it: on one line, in Latin letters.
 *
 * @returns undefined when something in it can't be carried, or when nothing is left
 */
export function headerText(reason: string): string | undefined {
  const text = reason
    .normalize('NFC')
    .replace(/[‘’“”„–—…]/g, mark => PLAIN[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 0 && text.length <= LONGEST_REASON && /^[\x20-\x7e\xa0-\xff]+$/.test(text) ? text : undefined;
}

const listeners = new Set<() => void>();

/** A reason is one person's, and lasts as long as the tab. */
interface Kept {
  userId: string;
  reason: string;
}

function whose(): string | undefined {
  const state = session.snapshot();
  return state.status === 'member' ? state.user.id : undefined;
}

export function currentReason(): string | undefined {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return undefined;
  const { userId, reason } = JSON.parse(text) as Kept;
  return userId === whose() ? reason : undefined;
}

export function keepReason(reason: string | undefined): void {
  const userId = whose();
  if (reason === undefined || userId === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify({ userId, reason } satisfies Kept));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Why this member of the staff looks at what is not theirs. */
export function useReason(): string | undefined {
  return useSyncExternalStore(subscribe, currentReason);
}

/** The header by which every look says why. */
export function because(reason: string | undefined = currentReason()): { 'X-Support-Reason': string } {
  if (reason === undefined) throw new Error('Nobody has said why they look.');
  return { 'X-Support-Reason': reason };
}
