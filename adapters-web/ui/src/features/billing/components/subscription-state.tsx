import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subscription } from '@/shared/data/billing';
import { useFormats } from '@/shared/lib/format';
import { useTierName } from '@/shared/lib/use-tier-name';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import type { Paying } from '../paying';

export interface SubscriptionStateProps {
  subscription: Subscription;
  paying: Paying;
  /** Whether what is on its way is told elsewhere on the page. */
  arriving: boolean;
}

/** How the member's subscription stands, in plain words, with what can be done about it. */
export function SubscriptionState({ subscription, paying, arriving }: SubscriptionStateProps) {
  const { t } = useTranslation('billing');
  const format = useFormats();
  const tierName = useTierName();
  const { status, nextTier, nextTierAt, checkoutOpen } = subscription;
  const portal = (label: string, look: 'primary' | 'secondary') => (
    <Button look={look} busy={paying.opening === 'portal'} onClick={() => paying.manage()}>
      {label}
    </Button>
  );
  const known = status !== 'none';
  const plain = status === 'none' || status === 'active' || status === 'cancelled';
  return (
    <Card>
      <CardTitle action={known && plain && portal(t('manage'), 'secondary')}>{t('state.title')}</CardTitle>
      <div className="grid gap-4">
        <Standing subscription={subscription} act={portal} />
        {nextTier && (
          <p>
            {t(nextTierAt ? 'state.next' : 'state.nextOpen', {
              plan: tierName(nextTier),
              day: nextTierAt ? format.day(nextTierAt) : '',
            })}
          </p>
        )}
        {checkoutOpen && !arriving && <Notice title={t('state.open')}>{t('state.openText')}</Notice>}
      </div>
    </Card>
  );
}

interface StandingProps {
  subscription: Subscription;
  act: (label: string, look: 'primary' | 'secondary') => ReactNode;
}

function Standing({ subscription, act }: StandingProps) {
  const { t } = useTranslation('billing');
  const format = useFormats();
  const tierName = useTierName();
  const { status, tier, currentPeriodEnd, graceUntil, endsAt } = subscription;
  const plan = tierName(tier);
  switch (status) {
    case 'none':
    case 'cancelled':
      return <p>{t(`state.${status}`)}</p>;
    case 'active':
      return (
        <p>
          {currentPeriodEnd
            ? t('state.active', { plan, day: format.day(currentPeriodEnd) })
            : t('state.activeOpen', { plan })}
        </p>
      );
    case 'past_due':
      return (
        <Notice tone="warn" title={t(graceUntil ? 'state.pastDue' : 'state.resting')} action={act(t('pay'), 'primary')}>
          {graceUntil ? t('state.pastDueText', { plan, day: format.moment(graceUntil) }) : t('state.restingText')}
        </Notice>
      );
    case 'cancelling': {
      const end = endsAt ?? currentPeriodEnd;
      return (
        <Notice
          tone="warn"
          title={t('state.cancelling', { plan, day: end ? format.day(end) : '' })}
          action={act(t('stay'), 'secondary')}
        >
          {t('state.cancellingText')}
        </Notice>
      );
    }
  }
}
