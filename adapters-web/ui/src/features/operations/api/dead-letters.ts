import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type DeadLetter = Schemas['DeadLetter'];

const LETTERS = ['operations', 'letters'];

/** The events that something could not handle. */
export const deadLettersQuery = infiniteQueryOptions({
  queryKey: [...LETTERS, 'waiting'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/support/dead-letters', {
        params: { query: pageParam ? { cursor: pageParam } : {}, header: because() },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: last => last.nextCursor ?? undefined,
  staleTime: 0,
});

export const discardedQuery = infiniteQueryOptions({
  queryKey: [...LETTERS, 'discarded'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/support/dead-letters/discarded', {
        params: { query: pageParam ? { cursor: pageParam } : {}, header: because() },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: last => last.nextCursor ?? undefined,
  staleTime: 0,
});

export function deadLetterQuery(id: string) {
  return queryOptions({
    queryKey: [...LETTERS, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/support/dead-letters/{id}', { params: { path: { id }, header: because() }, signal })),
  });
}

export function useRetryLetter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/support/dead-letters/{id}/retry', { params: { path: { id }, header: because() } })),
    onSettled: () => queries.invalidateQueries({ queryKey: LETTERS }),
  });
}

export function useDiscardLetter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      unwrap(
        api.POST('/support/dead-letters/{id}/discard', {
          params: { path: { id }, header: because() },
          body: { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: LETTERS }),
  });
}
