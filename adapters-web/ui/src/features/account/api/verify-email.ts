import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { asProblem } from '@/shared/api/problem';
import { refreshMember } from '@/shared/data/verification';

/** What became of links. A link is good for one call, so its answer must outlive what the query cache forgets. */
const asked = new Map<string, Promise<Schemas['VerifiedAddress']>>();

function verify(token: string): Promise<Schemas['VerifiedAddress']> {
  const before = asked.get(token);
  if (before) return before;
  const answer = unwrap(api.GET('/auth/verify-email', { params: { query: { token } } }));
  asked.set(token, answer);
  answer.catch((failure: unknown) => {
    const { status } = asProblem(failure);
    const final = status === 400 || status === 410;
    if (!final) asked.delete(token);
  });
  return answer;
}

/** Uses the link of the mail. Afterwards everything here knows that the address is verified. */
export function verifyEmailQuery(token: string) {
  return queryOptions({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      const verified = await verify(token);
      // Whether somebody is logged in here is another matter; the address is verified either way.
      await refreshMember().catch(() => undefined);
      return verified;
    },
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
