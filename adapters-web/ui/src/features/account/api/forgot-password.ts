import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) => unwrap(api.POST('/auth/forgot-password', { body: { email } })),
  });
}
