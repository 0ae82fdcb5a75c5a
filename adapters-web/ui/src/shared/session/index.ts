import { useSyncExternalStore } from 'react';
import { Session, type SessionState, type User } from './session';

export type { SessionState, User };

export const session = new Session();

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

/** The member of a page that only members see. */
export function useMember(): User {
  const state = useSession();
  if (state.status !== 'member') throw new Error('This page is for members.');
  return state.user;
}
