import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Person = Schemas['SupportUser'];
export type Role = Schemas['RolesRequest']['roles'][number];

const key = (email: string) => ['administration', 'people', email];

/** Who has this address, found for a reason that is always the same here. */
export function peopleQuery(email: string, reason: string) {
  return queryOptions({
    queryKey: key(email),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/support/users', { params: { query: { email }, header: because(reason) }, signal })),
    staleTime: 0,
  });
}

export function useChangeRoles(email: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, roles }: { id: string; roles: Role[] }) =>
      unwrap(api.PUT('/admin/users/{id}/roles', { params: { path: { id } }, body: { roles } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(email) }),
  });
}

export function useChangeStanding(email: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, suspend, reason }: { id: string; suspend: boolean; reason: string }) => {
      const request = { params: { path: { id } }, body: { reason } };
      return unwrap(
        suspend ? api.POST('/admin/users/{id}/suspend', request) : api.POST('/admin/users/{id}/reinstate', request),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key(email) }),
  });
}
