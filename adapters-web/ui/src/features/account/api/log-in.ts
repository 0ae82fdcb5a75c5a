import { useMutation } from '@tanstack/react-query';
import { session } from '@/shared/session';

export function useLogIn() {
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => session.logIn(email, password),
  });
}
