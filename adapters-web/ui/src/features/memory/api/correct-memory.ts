import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { changeAtOnce, memoriesChanged } from './shelf';

export function useCorrectMemory() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, content }: { id: string; content: string }) =>
      unwrap(api.PATCH('/api/memory/memories/{id}', { params: { path: { id } }, body: { content } })),
    onMutate: ({ id, content }) => changeAtOnce(queries, id, { content }),
    onError: (_failure, _correction, takeBack) => takeBack?.(),
    onSettled: () => void memoriesChanged(queries),
  });
}
