import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { plansQuery, type Subscription } from '@/shared/data/billing';
import { useMember } from '@/shared/session';
import { Notice } from '@/shared/ui/notice';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { Skeleton } from '@/shared/ui/skeleton';
import { ArrivalNotice } from '../components/arrival-notice';
import { PlanComparison } from '../components/plan-comparison';
import { SubscriptionState } from '../components/subscription-state';
import { UnverifiedNotice } from '../components/unverified-notice';
import { type Paying, usePaying } from '../paying';
import { useSubscription } from '../use-subscription';

/** What Stripe puts into the address for those who come back without having paid; else it is the name of the page. */
const CANCELLED = 'cancelled';

export function BillingPage() {
  const { t } = useTranslation('billing');
  const { emailVerified } = useMember();
  const { checkout }: { checkout?: string } = useSearch({ strict: false });
  const paying = usePaying();
  const { query, arrival, lookAgain } = useSubscription(checkout !== undefined && checkout !== CANCELLED);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="grid gap-6">
        <ArrivalNotice arrival={arrival} tier={query.data?.tier} onLookAgain={lookAgain} />
        {checkout === CANCELLED && (
          <Notice live title={t('back.cancelled')}>
            {t('back.cancelledText')}
          </Notice>
        )}
        {(paying.unverified || !emailVerified) && <UnverifiedNotice />}
        <p role="status" className="sr-only">
          {paying.opening && t('leaving')}
        </p>
        <QueryView query={query} loading={<Skeleton className="h-32" />}>
          {subscription => (
            <>
              <SubscriptionState subscription={subscription} paying={paying} arriving={arrival !== 'none'} />
              <ForSale subscription={subscription} paying={paying} />
            </>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

function ForSale({ subscription, paying }: { subscription: Subscription; paying: Paying }) {
  const { t } = useTranslation('billing');
  return (
    <section aria-labelledby="plans">
      <h2 id="plans" className="mb-4 text-2xl">
        {t('plans.title')}
      </h2>
      <QueryView query={useQuery(plansQuery)} loading={<Skeleton className="h-80" />}>
        {({ plans }) => <PlanComparison plans={plans} subscription={subscription} paying={paying} />}
      </QueryView>
    </section>
  );
}
