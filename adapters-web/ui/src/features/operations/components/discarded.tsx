import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/shared/ui/badge';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { discardedQuery } from '../api/dead-letters';

/** Letters that somebody gave up on, and why. */
export function Discarded() {
  const { t } = useTranslation('operations');
  const letters = useInfiniteQuery(discardedQuery);
  return (
    <QueryView
      query={letters}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('discarded.empty')} />}
    >
      {data => (
        <>
          <ul className="divide-y divide-line">
            {data.pages
              .flatMap(page => page.items)
              .map(letter => (
                <li key={letter.id} className="py-3">
                  <p className="flex flex-wrap items-center gap-2">
                    <strong className="font-semibold break-all">{letter.eventType}</strong>
                    <Badge>{letter.processor}</Badge>
                  </p>
                  <p>{letter.reason}</p>
                  <p className="flex flex-wrap gap-x-3 text-sm break-all text-ink-soft">
                    <Moment exact at={letter.discardedAt} />
                    <span>{t('discarded.by', { who: letter.discardedBy })}</span>
                  </p>
                </li>
              ))}
          </ul>
          <NextPage query={letters} />
        </>
      )}
    </QueryView>
  );
}
