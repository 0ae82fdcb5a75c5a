import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Plan, plansQuery } from '@/shared/data/billing';
import { useFormats } from '@/shared/lib/format';
import { Button, buttonLook } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Skeleton } from '@/shared/ui/skeleton';

/** What it costs here. The page stands without it: whoever begins begins for free. */
export function Plans() {
  const { t } = useTranslation('landing');
  const plans = useQuery(plansQuery);
  if (plans.data) {
    return (
      <ul className="grid gap-5 md:grid-cols-3">
        {plans.data.plans.map(plan => (
          <PlanCard key={plan.tier} plan={plan} />
        ))}
      </ul>
    );
  }
  if (plans.isError) {
    return (
      <Notice
        live
        title={t('plans.failed')}
        action={
          <Button look="secondary" busy={plans.isFetching} onClick={() => void plans.refetch()}>
            {t('retry', { ns: 'common' })}
          </Button>
        }
      >
        {t('plans.failedText')}
      </Notice>
    );
  }
  return (
    <div role="status" className="grid gap-5 md:grid-cols-3">
      <span className="sr-only">{t('loading', { ns: 'common' })}</span>
      {[0, 1, 2].map(card => (
        <Skeleton key={card} className="h-72 rounded-card" />
      ))}
    </div>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation('landing');
  const format = useFormats();
  const { tier, price, limits } = plan;
  const amounts = [
    t('plans.messages', { count: limits.messagesPerDay, amount: format.integer(limits.messagesPerDay) }),
    t('plans.tokens', { count: limits.tokensPerDay, amount: format.compact(limits.tokensPerDay) }),
    t('plans.memories', { count: limits.memories, amount: format.integer(limits.memories) }),
  ];
  return (
    <li className="flex flex-col rounded-card border border-line bg-surface p-6 shadow-lift">
      <h3 className="text-xl">{t(`tier.${tier}`, { ns: 'common' })}</h3>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-2">
        <span className="font-serif text-4xl">{format.price(price.amount, price.currency)}</span>
        <span className="text-ink-soft">{t(`plans.per.${price.interval}`)}</span>
      </p>
      <p className="mt-2 text-ink-soft md:min-h-[3.1em]">{t(`plans.for.${tier}`)}</p>
      <ul className="mt-5 mb-6 grid gap-2 border-t border-line pt-5">
        {amounts.map(amount => (
          <li key={amount} className="flex items-start gap-2.5">
            <Check aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
            {amount}
          </li>
        ))}
      </ul>
      <Link to="/register" className={buttonLook(tier === 'free' ? 'primary' : 'secondary', 'mt-auto')}>
        {t(`plans.choose.${tier}`)}
      </Link>
    </li>
  );
}
