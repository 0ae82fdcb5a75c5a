import { api, unwrap } from '@/shared/api/client';
import { session } from '@/shared/session';

/** Learns from the server what has changed about the member, such as the tier after a purchase. */
export async function learnAboutMe(): Promise<void> {
  session.replaceUser(await unwrap(api.GET('/auth/me')));
}
