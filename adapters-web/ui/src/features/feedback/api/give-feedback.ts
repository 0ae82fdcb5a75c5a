import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export function useGiveFeedback() {
  return useMutation({
    mutationFn: (body: Schemas['NewFeedback']) => unwrap(api.POST('/api/feedback', { body })),
  });
}
