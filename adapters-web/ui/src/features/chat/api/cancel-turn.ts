import { api, unwrap } from '@/shared/api/client';

/** Stops an answer. What was said so far stays. */
export async function cancelTurn(turnId: string): Promise<void> {
  await unwrap(api.POST('/api/intelligence/chat/{turnId}/cancel', { params: { path: { turnId } } }));
}
