import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { session } from '@/shared/session';

export function useRename() {
  return useMutation({
    mutationFn: (displayName: string) => unwrap(api.PATCH('/auth/me', { body: { displayName } })),
    onSuccess: user => session.replaceUser(user),
  });
}
