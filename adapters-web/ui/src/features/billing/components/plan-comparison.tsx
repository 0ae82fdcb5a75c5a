import { useTranslation } from 'react-i18next';
import type { Plan, Subscription } from '@/shared/data/billing';
import { useFormats } from '@/shared/lib/format';
import { useTierName } from '@/shared/lib/use-tier-name';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import type { Paying } from '../paying';
import { PlanCard } from './plan-card';

export interface PlanComparisonProps {
  plans: readonly Plan[];
  subscription: Subscription;
  paying: Paying;
}

/** The plans side by side, each with the way to it. */
export function PlanComparison({ plans, subscription, paying }: PlanComparisonProps) {
  const { t } = useTranslation('billing');
  const format = useFormats();
  if (plans.length === 0) return <p className="text-ink-soft">{t('plans.none')}</p>;
  const { tier, nextTier, nextTierAt } = subscription;
  return (
    <ul className="grid gap-5 md:grid-cols-3">
      {plans.map(plan => (
        <li key={plan.tier}>
          <PlanCard
            plan={plan}
            current={plan.tier === tier}
            badge={
              plan.tier === tier ? (
                <Badge tone="good">{t('plans.current')}</Badge>
              ) : (
                plan.tier === nextTier &&
                nextTierAt && <Badge>{t('plans.next', { day: format.day(nextTierAt) })}</Badge>
              )
            }
            action={plan.tier !== tier && <WayTo tier={plan.tier} subscription={subscription} paying={paying} />}
          />
        </li>
      ))}
    </ul>
  );
}

interface WayToProps {
  tier: Plan['tier'];
  subscription: Subscription;
  paying: Paying;
}

/** Whoever has a subscription changes it in the portal; others buy. A free plan is what stays when a paid one ends. */
function WayTo({ tier, subscription: { status, nextTier }, paying }: WayToProps) {
  const { t } = useTranslation('billing');
  const plan = useTierName()(tier);
  const subscribed = status === 'active' || status === 'past_due' || status === 'cancelling';
  if (tier === nextTier) return null;
  if (tier === 'free') {
    return (
      status === 'active' && (
        <Button look="quiet" busy={paying.opening === 'portal'} onClick={() => paying.manage()}>
          {t('plans.end')}
        </Button>
      )
    );
  }
  return (
    <Button
      look={subscribed ? 'secondary' : 'primary'}
      busy={paying.opening === tier}
      onClick={() => (subscribed ? paying.manage(status === 'active' ? tier : undefined) : paying.buy(tier))}
    >
      {t(subscribed ? 'plans.change' : 'plans.choose', { plan })}
    </Button>
  );
}
