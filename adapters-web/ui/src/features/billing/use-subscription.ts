import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Subscription, subscriptionQuery } from '@/shared/data/billing';
import { quotaQuery } from '@/shared/data/quota';
import { refreshMember } from '@/shared/data/verification';
import { useMember } from '@/shared/session';

const EVERY_MILLIS = 2_000;
const LONGEST_MILLIS = 60_000;

export type Arrival = 'none' | 'waiting' | 'late' | 'there';

function isPaid({ status, tier, checkoutOpen }: Subscription): boolean {
  return status === 'active' && tier !== 'free' && !checkoutOpen;
}

/**
 * How the subscription stands, looked at again and again for a while when something is on its way.
 *
 * @param returned whether the member comes back from paying
 */
export function useSubscription(returned: boolean) {
  const queries = useQueryClient();
  const member = useMember();
  const [late, setLate] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LONGEST_MILLIS);
    return () => clearTimeout(timer);
  }, [round]);
  const query = useQuery({
    ...subscriptionQuery,
    refetchInterval: ({ state }) => {
      if (late) return false;
      const waits = state.data ? state.data.checkoutOpen || (returned && !isPaid(state.data)) : returned;
      return waits && EVERY_MILLIS;
    },
  });

  const tier = query.data?.tier;
  useEffect(() => {
    if (tier === undefined || tier === member.tier) return;
    // Everything that goes by the tier follows; should it fail, the next look at the member tells.
    void refreshMember()
      .then(() => queries.invalidateQueries({ queryKey: quotaQuery.queryKey }))
      .catch(() => undefined);
  }, [tier, member.tier, queries]);

  const arrival: Arrival = !returned ? 'none' : query.data && isPaid(query.data) ? 'there' : late ? 'late' : 'waiting';
  return {
    query,
    arrival,
    lookAgain: () => {
      setLate(false);
      setRound(round + 1);
      void query.refetch();
    },
  };
}
