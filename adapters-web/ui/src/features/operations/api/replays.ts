import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';
import { processorsQuery } from './processors';

export type Replay = Schemas['Replay'];

const key = (name: string) => ['operations', 'replays', name];

/** The latest replays of a read model. */
export function replaysQuery(name: string) {
  return queryOptions({
    queryKey: key(name),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/support/processors/{name}/replays', { params: { path: { name }, header: because() }, signal })),
    staleTime: 0,
  });
}

export function useStartReplay(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (swapWhenDifferent: boolean) =>
      unwrap(
        api.POST('/support/processors/{name}/replay', {
          params: { path: { name }, header: because() },
          body: { swapWhenDifferent },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: processorsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: key(name) }),
      ]),
  });
}

export function useCancelReplay(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(
        api.POST('/support/processors/{name}/replays/{id}/cancel', {
          params: { path: { name, id }, header: because() },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: processorsQuery.queryKey }),
  });
}
