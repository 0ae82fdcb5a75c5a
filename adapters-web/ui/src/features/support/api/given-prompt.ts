import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

/** What the model was given for a turn, word for word. */
export function givenPromptQuery(id: string, turnId: string, unmask: boolean) {
  return queryOptions({
    queryKey: ['support', 'prompt', id, turnId, unmask],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/support/aggregates/conversation/{id}/turns/{turnId}/context', {
          params: { path: { id, turnId }, query: { unmask }, header: because() },
          signal,
        }),
      ),
  });
}
