import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { type Feedback, feedbackQuery } from '../api/feedback';

const TONES: Readonly<Record<string, Tone>> = { bug: 'danger', idea: 'warn', praise: 'good' };
const CATEGORIES = ['bug', 'idea', 'praise', 'other'] as const;

/** What members said about this place. */
export function FeedbackInbox() {
  const { t } = useTranslation('administration');
  const feedback = useInfiniteQuery(feedbackQuery(t('feedback.reason')));
  return (
    <QueryView
      query={feedback}
      isEmpty={data => data.pages.every(page => page.items.length === 0)}
      empty={
        <Empty icon={Inbox} title={t('feedback.empty')}>
          {t('feedback.emptyText')}
        </Empty>
      }
    >
      {data => (
        <>
          <ul className="grid gap-4">
            {data.pages
              .flatMap(page => page.items)
              .map(said => (
                <Said key={said.id} said={said} />
              ))}
          </ul>
          <NextPage query={feedback} />
        </>
      )}
    </QueryView>
  );
}

function Said({ said }: { said: Feedback }) {
  const { t } = useTranslation('administration');
  const category = CATEGORIES.find(name => name === said.category) ?? 'other';
  return (
    <li className="rounded-card border border-line bg-surface p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <Badge tone={TONES[category] ?? 'neutral'}>{t(`feedback.categories.${category}`)}</Badge>
        <Moment exact at={said.at} />
        {said.page && <code className="break-all">{said.page}</code>}
      </p>
      <p className="mt-3 whitespace-pre-wrap">{said.message}</p>
      <Link
        to="/staff/support/people/$userId"
        params={{ userId: said.userId }}
        className="mt-1 inline-flex min-h-touch items-center text-sm text-accent underline underline-offset-4"
      >
        {t('feedback.who')}
      </Link>
    </li>
  );
}
