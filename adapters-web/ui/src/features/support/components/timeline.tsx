import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { type TimelineItem, timelineQuery } from '../api/timeline';

/** A life in sentences, the newest first. Each leads to what it happened to, at that moment. */
export function Timeline({ userId }: { userId: string }) {
  const { t } = useTranslation('support');
  const timeline = useInfiniteQuery(timelineQuery(userId));
  return (
    <QueryView
      query={timeline}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('timeline.empty')}>{t('timeline.emptyText')}</Empty>}
    >
      {data => (
        <>
          <ol className="border-s-2 border-line ps-5">
            {data.pages
              .flatMap(page => page.items)
              .map((item, place) => (
                <Happened key={`${item.aggregateId ?? item.type}/${item.sequence ?? place}`} item={item} />
              ))}
          </ol>
          <NextPage query={timeline} />
        </>
      )}
    </QueryView>
  );
}

function Happened({ item }: { item: TimelineItem }) {
  const { t } = useTranslation('support');
  const { aggregate, aggregateId, sequence, actor } = item;
  const refused = item.type === 'policy.blocked';
  return (
    <li className="relative py-2">
      <span
        aria-hidden
        className={classNames(
          'absolute -start-[1.72rem] top-4.5 size-3 rounded-full border-2',
          refused ? 'border-danger bg-danger-soft' : 'border-accent bg-paper',
        )}
      />
      {aggregate && aggregateId && typeof sequence === 'number' ? (
        <Link
          to="/staff/support/$type/$aggregateId"
          params={{ type: aggregate, aggregateId }}
          search={{ at: sequence }}
          className="inline-flex min-h-touch items-center decoration-accent underline-offset-4 hover:underline"
        >
          {item.sentence}
        </Link>
      ) : (
        <p className="flex min-h-touch items-center">{item.sentence}</p>
      )}
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <Moment exact at={item.at} />
        <code className="break-all">{item.type}</code>
        {actor && <span>{t('timeline.by', { kind: actor.kind, id: actor.id })}</span>}
      </p>
    </li>
  );
}
