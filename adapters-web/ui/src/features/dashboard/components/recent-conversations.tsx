import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { conversationsQuery } from '@/shared/data/conversations';
import { buttonLook } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { QueryView } from '@/shared/ui/query-view';

const SHOWN = 5;

export function RecentConversations() {
  const { t } = useTranslation('dashboard');
  return (
    <Card>
      <CardTitle
        action={
          <Link to="/chat" className={buttonLook('quiet', '-mx-4')}>
            {t('recent.all')}
          </Link>
        }
      >
        {t('recent.title')}
      </CardTitle>
      <QueryView
        query={useInfiniteQuery(conversationsQuery())}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={
          <Empty
            icon={MessageCircle}
            title={t('recent.empty')}
            action={
              <Link to="/chat" className={buttonLook('secondary')}>
                {t('recent.begin')}
              </Link>
            }
          >
            {t('recent.emptyText')}
          </Empty>
        }
      >
        {({ pages }) => (
          <ul className="divide-y divide-line">
            {pages[0]?.items.slice(0, SHOWN).map(conversation => (
              <li key={conversation.id}>
                <Link
                  to="/chat/$conversationId"
                  params={{ conversationId: conversation.id }}
                  className="grid min-h-touch gap-0.5 rounded-control py-2.5 decoration-accent underline-offset-4 hover:underline"
                >
                  <span className="truncate font-semibold">{conversation.title || t('recent.untitled')}</span>
                  <span className="text-sm text-ink-soft">
                    <Moment at={conversation.updatedAt} /> · {t('recent.turns', { count: conversation.turnCount })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}
