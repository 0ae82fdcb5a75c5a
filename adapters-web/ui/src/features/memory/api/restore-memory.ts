import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { memoryQuery } from '@/shared/data/memories';
import { memoriesChanged } from './shelf';

/** Takes back the latest change of a memory; with a run, all that this run did to it. */
export function useRestoreMemory() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, runId }: { id: string; runId?: string | undefined }) =>
      unwrap(api.POST('/api/memory/memories/{id}/restore', { params: { path: { id } }, body: runId ? { runId } : {} })),
    onSuccess: memory => queries.setQueryData(memoryQuery(memory.id).queryKey, memory),
    onSettled: () => void memoriesChanged(queries),
  });
}
