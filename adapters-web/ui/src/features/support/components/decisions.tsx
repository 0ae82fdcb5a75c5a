import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { type Decision, decisionsQuery } from '../api/decisions';

const TONES: Record<Decision['decision'], Tone> = { allow: 'good', flag: 'warn', block: 'danger' };

/** What the policy decided about what they asked and were answered. */
export function Decisions({ userId }: { userId: string }) {
  const { t } = useTranslation('support');
  const decisions = useInfiniteQuery(decisionsQuery(userId));
  return (
    <QueryView
      query={decisions}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={<Empty title={t('decisions.empty')}>{t('decisions.emptyText')}</Empty>}
    >
      {data => (
        <>
          <ul className="divide-y divide-line">
            {data.pages
              .flatMap(page => page.items)
              .map(decision => (
                <li key={decision.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
                  <Badge tone={TONES[decision.decision]}>{t(`decisions.${decision.decision}`)}</Badge>
                  <span className="flex-1 basis-48">
                    {t(`decisions.${decision.direction}`)}
                    {decision.principles.length > 0 && <> · {decision.principles.join(', ')}</>}
                  </span>
                  <span className="text-sm text-ink-soft">
                    {t('decisions.judge', { judge: decision.judge, version: decision.policyVersion })}
                  </span>
                  <span className="text-sm text-ink-soft">
                    <Moment exact at={decision.at} />
                  </span>
                </li>
              ))}
          </ul>
          <NextPage query={decisions} />
        </>
      )}
    </QueryView>
  );
}
