import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MessageCircle, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationsQuery, type ConversationSummary } from '@/shared/data/conversations';
import { useFormats } from '@/shared/lib/format';
import { useSettled } from '@/shared/lib/use-settled';
import { buttonLook } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { Empty } from '@/shared/ui/empty';
import { useProblemText } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { Loading } from '@/shared/ui/skeleton';
import { toast } from '@/shared/ui/toast';
import { useDeleteConversation } from '../api/delete-conversation';
import { byDay, startOfDay } from '../model/day-groups';
import { ConversationRow } from './conversation-row';

const DAY = 24 * 60 * 60 * 1000;
/** The next page is asked for when less than this is left to scroll, in pixels. */
const AHEAD = 400;

export interface ConversationListProps {
  current: string | undefined;
  /** Called when somebody goes somewhere, so that what holds the list can close. */
  onChoose?: () => void;
}

export function ConversationList({ current, onChoose }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<ConversationSummary | undefined>();
  const q = useSettled(search.trim());
  const conversations = useInfiniteQuery({ ...conversationsQuery(q), placeholderData: keepPreviousData });
  const remove = useDeleteConversation(async id => {
    if (id === current) await navigate({ to: '/chat' });
  });
  const confirmed = ({ id }: ConversationSummary) =>
    remove.mutate(id, {
      onSuccess: () => toast(t('list.deleted')),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
      onSettled: () => setDeleting(undefined),
    });
  const items = conversations.data?.pages.flatMap(page => page.items) ?? [];
  const found =
    q && !conversations.isPlaceholderData && conversations.data ? t('list.found', { count: items.length }) : '';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="grid gap-2 p-3">
        <Link to="/chat" className={buttonLook('secondary')} onClick={onChoose}>
          <Plus aria-hidden size={20} />
          {t('list.new')}
        </Link>
        <TextField
          type="search"
          hideLabel
          label={t('list.search')}
          placeholder={t('list.search')}
          autoComplete="off"
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
        <p role="status" className="sr-only">
          {found}
        </p>
      </div>
      <nav
        aria-label={t('list.label')}
        className="relative min-h-0 flex-1 overflow-y-auto px-3 pb-3"
        onScroll={({ currentTarget: box }) => {
          const near = box.scrollHeight - box.scrollTop - box.clientHeight < AHEAD;
          if (near && conversations.hasNextPage && !conversations.isFetching) void conversations.fetchNextPage();
        }}
      >
        <QueryView
          query={conversations}
          loading={<Loading lines={6} className="p-3" />}
          isEmpty={() => items.length === 0}
          empty={
            q ? (
              <Empty icon={SearchX} title={t('list.nothingFound')}>
                {t('list.nothingFoundText')}
              </Empty>
            ) : (
              <Empty icon={MessageCircle} title={t('list.empty')}>
                {t('list.emptyText')}
              </Empty>
            )
          }
        >
          {() =>
            byDay(items).map(({ day, items: ofDay }) => (
              <section key={day} className="pt-3">
                <Day at={day} />
                <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
                  {ofDay.map(conversation => (
                    <li key={conversation.id}>
                      <ConversationRow
                        conversation={conversation}
                        current={conversation.id === current}
                        onChoose={onChoose}
                        onDelete={() => setDeleting(conversation)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))
          }
        </QueryView>
        <NextPage query={conversations} />
      </nav>
      <Confirm
        open={deleting !== undefined}
        title={t('list.deleteTitle')}
        confirm={t('list.delete')}
        busy={remove.isPending}
        onClose={() => setDeleting(undefined)}
        onConfirm={() => deleting && confirmed(deleting)}
      >
        {deleting && t('list.deleteText', { title: deleting.title })}
      </Confirm>
    </div>
  );
}

function Day({ at }: { at: number }) {
  const { t } = useTranslation('chat');
  const format = useFormats();
  const [today] = useState(() => startOfDay(new Date()));
  // Days last 23 or 25 hours when clocks are changed.
  const ago = Math.round((today - at) / DAY);
  return (
    <h2 className="px-3 pb-1 text-sm text-ink-soft">
      {ago <= 0 ? t('list.today') : ago === 1 ? t('list.yesterday') : format.day(new Date(at))}
    </h2>
  );
}
