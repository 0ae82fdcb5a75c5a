import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { MessageCircleOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { buttonLook } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { usePageTitle } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { Skeleton } from '@/shared/ui/skeleton';
import { conversationQuery, type Turn } from '../api/conversation';
import { NEW } from '../stream/answers';
import { useAnswers, useAnswerTo, useScene } from '../stream/use-answers';
import { Announcer } from './announcer';
import { BeforeAsking } from './before-asking';
import { Composer } from './composer';
import { QuotaLeft } from './quota-left';
import { Thread } from './thread';
import { Welcome } from './welcome';

/** One conversation, and where it goes on. */
export function Talk({ place, tools }: { place: string; tools: ReactNode }) {
  const { t } = useTranslation('chat');
  const answers = useAnswers();
  const { asking } = useScene(place);
  const conversation = useQuery({ ...conversationQuery(place), enabled: place !== NEW });
  const linked = useLocation({ select: ({ hash }) => hash || undefined });
  const turns: readonly Turn[] | undefined = conversation.data?.turns;
  const started = turns?.findLast(turn => turn.status === 'started' && !turn.replacedBy);
  const running = useAnswerTo(started?.turnId);
  const answer = asking ?? running;
  const startedId = started?.turnId;
  useEffect(() => {
    // Begun in another tab, or before this page was loaded.
    if (startedId !== undefined) answers.follow(place, startedId);
  }, [answers, place, startedId]);
  useEffect(() => {
    if (!answer) return;
    const onKey = (event: KeyboardEvent) => {
      // A dialog or menu that is open takes the key for itself.
      const within = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]');
      if (event.key === 'Escape' && !event.defaultPrevented && !within) answer.stop();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [answer]);

  const title = place === NEW ? t('newTitle') : (conversation.data?.title ?? t('title'));
  usePageTitle(title);
  const gone = place !== NEW && !conversation.data && asProblem(conversation.error).code === 'not_found';
  const busy = answer !== undefined;
  return (
    <section className="flex h-full min-h-0 min-w-0 flex-col">
      <header className="flex items-center gap-1 min-h-14 border-b border-line px-2 py-1 sm:px-4">
        <h1 className="min-w-0 flex-1 truncate px-2 text-lg">{title}</h1>
        {tools}
      </header>
      {place === NEW && !asking && <Welcome busy={busy} />}
      {place === NEW && asking && (
        <Thread key={place} place={place} turns={[]} asking={asking} busy={busy} linked={undefined} />
      )}
      {gone && (
        <div className="grid flex-1 place-content-center">
          <Empty
            icon={MessageCircleOff}
            title={t('notThere')}
            action={
              <Link to="/chat" className={buttonLook('primary')}>
                {t('startNew')}
              </Link>
            }
          />
        </div>
      )}
      {place !== NEW && !gone && (
        <QueryView query={conversation} loading={<ThreadToCome />}>
          {known => (
            <Thread key={place} place={place} turns={known.turns} asking={asking} busy={busy} linked={linked} />
          )}
        </QueryView>
      )}
      {!gone && (
        <footer className="mx-auto grid w-full max-w-3xl gap-2 px-3 pb-1 sm:px-6">
          <BeforeAsking place={place} />
          <Composer place={place} onStop={answer?.stop} keepFocusAway={linked !== undefined} />
          <QuotaLeft />
        </footer>
      )}
      <Announcer key={`said ${place}`} answer={answer} />
    </section>
  );
}

function ThreadToCome() {
  const { t } = useTranslation('chat');
  return (
    <div role="status" className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-5 px-4 py-8 sm:px-6">
      <span className="sr-only">{t('thread.loading')}</span>
      <Skeleton className="h-12 w-3/5 justify-self-end" />
      <Skeleton className="h-28" />
      <Skeleton className="h-12 w-2/5 justify-self-end" />
      <Skeleton className="h-20" />
    </div>
  );
}
