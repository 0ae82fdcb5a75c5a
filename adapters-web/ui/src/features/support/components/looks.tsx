import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/shared/ui/badge';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { looksQuery } from '../api/looks';

/** Who looked, why, and whether they saw personal text. */
export function Looks({ userId }: { userId: string }) {
  const { t } = useTranslation('support');
  const looks = useInfiniteQuery(looksQuery(userId));
  return (
    <QueryView
      query={looks}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('looks.empty')} />}
    >
      {data => (
        <>
          <ul className="divide-y divide-line">
            {data.pages
              .flatMap(page => page.items)
              .map(look => (
                <li key={look.id} className="py-3">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <strong className="font-semibold">{look.reason}</strong>
                    {look.unmasked && <Badge tone="warn">{t('looks.unmasked')}</Badge>}
                  </p>
                  <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                    <Moment exact at={look.at} />
                    <code className="break-all">{look.action}</code>
                    <code className="break-all">{look.staffId}</code>
                  </p>
                </li>
              ))}
          </ul>
          <NextPage query={looks} />
        </>
      )}
    </QueryView>
  );
}
