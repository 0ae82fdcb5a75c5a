import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { memoriesChanged } from './shelf';

/** Takes back all that a run did. */
export function useUndoRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (runId: string) => unwrap(api.POST('/api/memory/runs/{runId}/undo', { params: { path: { runId } } })),
    onSuccess: () => memoriesChanged(queries),
  });
}
