import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';

/** The page where a tier is bought. Asked for once more, it is the same page for as long as it is open. */
export function useOpenCheckout() {
  return useMutation({
    mutationFn: async (tier: 'basic' | 'pro') =>
      (await unwrap(api.POST('/billing/checkout', { body: { tier } }))).checkoutUrl,
  });
}
