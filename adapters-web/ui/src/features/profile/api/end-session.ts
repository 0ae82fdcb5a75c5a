import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { sessionsQuery } from './sessions';

export function useEndSession() {
  const queries = useQueryClient();
  const key = sessionsQuery.queryKey;
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/auth/sessions/{id}', { params: { path: { id } } })),
    onMutate: async id => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, open => open && { items: open.items.filter(session => session.id !== id) });
      return before;
    },
    onError: (_failure, _id, before) => queries.setQueryData(key, before),
    onSettled: () => void queries.invalidateQueries({ queryKey: key }),
  });
}
