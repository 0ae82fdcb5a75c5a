import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, asProblem } from '@/shared/api/problem';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';
import { useOpenCheckout } from './api/open-checkout';
import { useOpenPortal } from './api/open-portal';
import { isPaymentPage, leaveFor } from './leave';

type Paid = 'basic' | 'pro';

export interface Paying {
  /** Buys a tier; leads to the portal when there is a subscription already, as the server knows best. */
  buy: (tier: Paid) => void;
  /** Looks after the subscription, or changes it to a tier. */
  manage: (tier?: Paid) => void;
  /** What is being opened: a tier, or `portal`. */
  opening: Paid | 'portal' | undefined;
  /** The address has to be verified before something is bought. */
  unverified: boolean;
}

/** The ways to the pages where people pay. */
export function usePaying(): Paying {
  const { t } = useTranslation('billing');
  const problemText = useProblemText();
  const checkout = useOpenCheckout();
  const portal = useOpenPortal();
  const [opening, setOpening] = useState<Paying['opening']>();
  const [unverified, setUnverified] = useState(false);

  const open = async (what: Paid | 'portal', page: () => Promise<string>) => {
    setOpening(what);
    setUnverified(false);
    try {
      const address = await page();
      if (isPaymentPage(address)) leaveFor(address);
      else toast(t('strange'), { tone: 'danger' });
    } catch (failure) {
      if (asProblem(failure).code === 'email_not_verified') setUnverified(true);
      else toast(problemText(failure), { tone: 'danger' });
    } finally {
      setOpening(undefined);
    }
  };

  return {
    opening,
    unverified,
    buy: tier =>
      void open(tier, () =>
        checkout.mutateAsync(tier).catch((failure: unknown) => {
          if (failure instanceof ApiProblem && failure.code === 'already_subscribed') return portal.mutateAsync(tier);
          throw failure;
        }),
      ),
    manage: tier => void open(tier ?? 'portal', () => portal.mutateAsync(tier)),
  };
}
