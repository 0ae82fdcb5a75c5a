import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The page where a subscription is looked after; with a tier, straight to the change. */
export function useOpenPortal() {
  return useMutation({
    mutationFn: async (tier?: 'basic' | 'pro') =>
      (await unwrap(api.POST('/billing/portal', { body: tier ? { tier } : {} }))).url,
  });
}
