import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: Schemas['ResetPasswordRequest']) => unwrap(api.POST('/auth/reset-password', { body })),
  });
}
