import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Quota, quotaQuery } from '@/shared/data/quota';
import { useFormats } from '@/shared/lib/format';
import { useTierName } from '@/shared/lib/use-tier-name';
import { useMember } from '@/shared/session';
import { Badge } from '@/shared/ui/badge';
import { buttonLook } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';
import { Ring } from '@/shared/ui/ring';
import { Skeleton } from '@/shared/ui/skeleton';

const RESOURCES = ['messages', 'tokens', 'memories'] as const;
const NEARLY = 0.8;

type Amount = Quota['resources']['tokens'];

/** What may still be used, and when it starts anew. */
export function QuotaRings() {
  const { t } = useTranslation('dashboard');
  const tierName = useTierName();
  const { tier } = useMember();
  return (
    <Card>
      <CardTitle action={<Badge tone="good">{t('quota.plan', { tier: tierName(tier) })}</Badge>}>
        {t('quota.title')}
      </CardTitle>
      <QueryView query={useQuery(quotaQuery)} loading={<RingsToCome />}>
        {quota => <Rings quota={quota} />}
      </QueryView>
    </Card>
  );
}

function Rings({ quota }: { quota: Quota }) {
  const { t } = useTranslation('dashboard');
  const format = useFormats();
  const amounts = RESOURCES.map(resource => quota.resources[resource]);
  const out = amounts.some(amount => amount.remaining <= 0);
  const low = amounts.some(amount => share(amount) >= NEARLY);
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-6">
        {RESOURCES.map(resource => (
          <li key={resource} className="grid justify-items-center gap-2 text-center">
            <Amounts label={t(`quota.${resource}`)} amount={quota.resources[resource]} />
          </li>
        ))}
      </ul>
      <p className="mt-6 text-ink-soft">
        {t('quota.resets', { when: format.ago(quota.resetsAt), time: format.time(quota.resetsAt) })}{' '}
        {t('quota.memoriesStay')} {t('quota.tokensMean')}
      </p>
      {(out || low) && (
        <Notice
          tone="warn"
          className="mt-4"
          action={
            quota.tier !== 'pro' && (
              <Link to="/billing" className={buttonLook('secondary')}>
                {t('quota.plans')}
              </Link>
            )
          }
        >
          {t(out ? 'quota.out' : 'quota.low')}
        </Notice>
      )}
    </>
  );
}

function Amounts({ label, amount }: { label: string; amount: Amount }) {
  const { t } = useTranslation('dashboard');
  const format = useFormats();
  const left = Math.max(0, amount.remaining);
  const numbers = {
    used: format.integer(amount.used),
    limit: format.integer(amount.limit),
    left: format.integer(left),
  };
  return (
    <>
      <h3>{label}</h3>
      <Ring label={label} share={share(amount)} valueText={t('quota.valueText', numbers)}>
        <span className="block font-serif text-2xl">{format.compact(left)}</span>
        <span className="text-sm text-ink-soft">{t('quota.left')}</span>
      </Ring>
      <p className="text-sm text-ink-soft">{t('quota.used', numbers)}</p>
    </>
  );
}

/** What is reserved for answers under way is as good as used. */
function share({ limit, remaining }: Amount): number {
  return limit > 0 ? 1 - Math.max(0, remaining) / limit : 1;
}

function RingsToCome() {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] justify-items-center gap-6">
      {RESOURCES.map(resource => (
        <Skeleton key={resource} className="size-36 rounded-full" />
      ))}
    </div>
  );
}
