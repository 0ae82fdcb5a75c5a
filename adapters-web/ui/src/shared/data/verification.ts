import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { asProblem } from '@/shared/api/problem';
import { session } from '@/shared/session';

/** Takes over what the server knows about the member now, in all tabs. Nothing for visitors. */
export async function refreshMember(): Promise<void> {
  await session.start();
  if (session.snapshot().status === 'member') session.replaceUser(await unwrap(api.GET('/auth/me')));
}

/** Sends the mail with the link once more. When there is no need any more, the page learns that, too. */
export function useResendVerification() {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/auth/resend-verification')),
    onError: failure => {
      if (asProblem(failure).code === 'already_verified') void refreshMember().catch(() => undefined);
    },
  });
}
