import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { memoryStatsQuery } from '@/shared/data/memories';
import { useFormats } from '@/shared/lib/format';
import { buttonLook } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { QueryView } from '@/shared/ui/query-view';

const TIERS = ['STM', 'ITM', 'LTM'] as const;

export function MemoryCounts() {
  const { t } = useTranslation(['dashboard', 'common']);
  const format = useFormats();
  return (
    <Card>
      <CardTitle
        action={
          <Link to="/memory" className={buttonLook('quiet', '-mx-4')}>
            {t('memories.all')}
          </Link>
        }
      >
        {t('memories.title')}
      </CardTitle>
      <QueryView query={useQuery(memoryStatsQuery)}>
        {stats => (
          <>
            <ul className="grid gap-2">
              {TIERS.map(tier => (
                <li key={tier}>
                  <Link
                    to="/memory"
                    search={{ tier }}
                    className="flex min-h-touch items-center justify-between gap-3 rounded-control bg-sunken px-4 py-2 hover:bg-accent-soft"
                  >
                    <span>{t(`common:memoryTier.${tier}`)}</span>
                    <span className="font-serif text-xl">{format.integer(stats[tier])}</span>
                  </Link>
                </li>
              ))}
            </ul>
            <p className="mt-3 font-semibold">{t('memories.total', { count: stats.total })}</p>
          </>
        )}
      </QueryView>
      <p className="mt-1 text-sm text-ink-soft">{t('memories.explained')}</p>
    </Card>
  );
}
