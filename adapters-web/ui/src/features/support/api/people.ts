import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Person = Schemas['SupportUser'];

/** Who has this address now. */
export function peopleQuery(email: string) {
  return queryOptions({
    queryKey: ['support', 'people', email],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/support/users', { params: { query: { email }, header: because() }, signal })),
    staleTime: 0,
  });
}

export function personQuery(id: string, unmask: boolean) {
  return queryOptions({
    queryKey: ['support', 'person', id, unmask],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/support/users/{id}', { params: { path: { id }, query: { unmask }, header: because() }, signal }),
      ),
  });
}
