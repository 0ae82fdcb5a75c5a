import { useMutation } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export function useRegister() {
  return useMutation({
    mutationFn: (body: Schemas['RegisterRequest']) => unwrap(api.POST('/auth/register', { body })),
  });
}
