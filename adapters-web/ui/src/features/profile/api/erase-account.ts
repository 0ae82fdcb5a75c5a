import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

export function useEraseAccount() {
  return useMutation({
    mutationFn: (password: string) => unwrap(api.DELETE('/auth/me', { body: { password } })),
  });
}
