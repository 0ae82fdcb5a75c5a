import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** Sends the mail with the link that verifies the address once more. */
export function useResendVerification() {
  return useMutation({ mutationFn: () => unwrap(api.POST('/auth/resend-verification')) });
}
