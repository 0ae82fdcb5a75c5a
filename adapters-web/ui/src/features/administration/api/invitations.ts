import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Invitation = Schemas['Invitation'];

/** Who was invited, and what came of it. */
export const invitationsQuery = infiniteQueryOptions({
  queryKey: ['administration', 'invitations'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/admin/invitations', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
  initialPageParam: '',
  getNextPageParam: last => last.nextCursor ?? undefined,
});

export function useInvite() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (emails: string[]) => unwrap(api.POST('/admin/invitations', { body: { emails } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
}
