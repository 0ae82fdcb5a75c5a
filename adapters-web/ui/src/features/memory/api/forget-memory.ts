import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { changeAtOnce, memoriesChanged } from './shelf';

export function useForgetMemory() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/memory/memories/{id}', { params: { path: { id } } })),
    onMutate: id => changeAtOnce(queries, id, { status: 'forgotten' }),
    onError: (_failure, _id, takeBack) => takeBack?.(),
    onSettled: () => void memoriesChanged(queries),
  });
}
