import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { looksQuery } from '../api/looks';
import { lookedAt } from '../looked-at';

/** When our staff looked at the member's data, and how closely. */
export function LooksCard() {
  const { t } = useTranslation('profile');
  const query = useInfiniteQuery(looksQuery);
  return (
    <Card>
      <CardTitle>{t('looks.title')}</CardTitle>
      <p className="text-ink-soft">{t('looks.text')}</p>
      <QueryView
        query={query}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          <Empty icon={Eye} title={t('looks.empty')}>
            {t('looks.emptyText')}
          </Empty>
        }
      >
        {({ pages }) => (
          <>
            <ul className="mt-3 divide-y divide-line">
              {pages
                .flatMap(page => page.items)
                .map((look, at) => (
                  <li key={`${look.at} ${at}`} className="py-3">
                    <p>{t('looks.sentence', { what: t(`looks.at.${lookedAt(look.target)}`) })}</p>
                    <p className="text-sm text-ink-soft">
                      <Moment at={look.at} exact /> · {t(look.unmasked ? 'looks.unmasked' : 'looks.masked')}
                    </p>
                  </li>
                ))}
            </ul>
            <NextPage query={query} />
          </>
        )}
      </QueryView>
    </Card>
  );
}
