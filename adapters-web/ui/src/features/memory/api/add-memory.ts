import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { memoriesChanged } from './shelf';

export function useAddMemory() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['NewMemory']) => unwrap(api.POST('/api/memory/memories', { body })),
    onSuccess: () => memoriesChanged(queries),
  });
}
