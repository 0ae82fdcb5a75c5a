import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import type { Turn } from '../api/conversation';
import { drafts } from '../model/drafts';
import type { Versions } from '../model/versions';
import type { RunningAnswer } from '../stream/running-answer';
import { useAnswers, useAnswerTo } from '../stream/use-answers';
import { useAsk } from '../stream/use-ask';
import { AnswerActions } from './answer-actions';
import { AnswerView } from './answer-view';
import { MemoryChips } from './memory-chips';
import { PromptView } from './prompt-view';
import { VersionSwitch } from './version-switch';

export interface TurnArticleProps {
  place: string;
  number: number;
  prompt: string;
  /** Not there yet for what is being asked. */
  turn: Turn | undefined;
  asking: RunningAnswer | undefined;
  versions: Versions | undefined;
  aside: boolean;
  editing: boolean;
  /** A link leads here. */
  marked: boolean;
  /** While an answer is given nothing else is asked. */
  busy: boolean;
  onChooseVersion: (slot: string, head: string) => void;
}

/** A question and its answer. */
export const TurnArticle = memo(function TurnArticle(props: TurnArticleProps) {
  const { place, number, prompt, turn, asking, versions, aside, editing, marked, busy, onChooseVersion } = props;
  const { t } = useTranslation('chat');
  const answers = useAnswers();
  const ask = useAsk(place);
  const running = useAnswerTo(turn?.turnId);
  const turnId = turn?.turnId;
  const draft = `edit.${turnId ?? ''}`;
  const open = turnId !== undefined && turn?.status !== 'started' && !aside && !busy;
  const retry = open ? () => ask(prompt, { replaces: turnId }) : undefined;
  return (
    <article
      id={turnId}
      tabIndex={-1}
      aria-label={t('thread.turn', { number })}
      className={classNames(
        'mx-auto grid w-full max-w-3xl gap-3 rounded-card px-4 py-4 sm:px-6',
        marked && 'bg-surface outline-2 -outline-offset-2 outline-accent',
        aside && 'rounded-none! border-s-2 border-line-strong',
      )}
    >
      {marked && <p className="sr-only">{t('thread.linked')}</p>}
      <section>
        <h2 className="sr-only">{t('thread.you')}</h2>
        <PromptView
          prompt={prompt}
          draft={draft}
          editing={editing && open}
          onEdit={
            open
              ? () => {
                  if (!drafts.read(draft)) drafts.write(draft, prompt);
                  answers.edit(place, turnId);
                }
              : undefined
          }
          onCancel={() => {
            drafts.write(draft, '');
            answers.edit(place, undefined);
          }}
          onSend={text => {
            drafts.write(draft, '');
            ask(text, { draft, ...(turnId !== undefined && { replaces: turnId }) });
          }}
        />
      </section>
      <section className="grid gap-2">
        <h2 className="sr-only">{t('thread.answer')}</h2>
        {aside && <p className="text-sm text-ink-soft">{t('versions.aside')}</p>}
        <div className="min-w-0">
          <AnswerView turn={turn} answer={running ?? asking} retry={retry} />
        </div>
        {turn && <MemoryChips memories={turn.memoriesUsed} />}
        <div className="flex flex-wrap items-center gap-x-2">
          {versions && <VersionSwitch versions={versions} onChoose={onChooseVersion} />}
          {turn && turn.status !== 'started' && !aside && (
            <AnswerActions conversationId={place} turn={turn} onRetry={retry} />
          )}
        </div>
      </section>
    </article>
  );
});
