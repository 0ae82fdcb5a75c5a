import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/shared/api/problem';
import { session } from '@/shared/session';

const ATTEMPTS = 3;

/** What was asked from the server. Failures that will not pass by themselves are shown at once. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, failure) => {
        const { status, code } = asProblem(failure);
        return failures < ATTEMPTS && (code === 'unreachable' || status >= 502);
      },
      retryDelay: failures => Math.min(500 * 2 ** failures, 4_000),
    },
    mutations: { networkMode: 'always' },
  },
});

let whose: string | undefined;

// What one person was shown must not be there for the next.
session.subscribe(() => {
  const state = session.snapshot();
  const now = state.status === 'member' ? state.user.id : undefined;
  if (now !== whose) {
    // Of visitors nothing personal is kept, and what a page of theirs is just asking for must arrive.
    if (whose !== undefined) queries.clear();
    whose = now;
  }
});
