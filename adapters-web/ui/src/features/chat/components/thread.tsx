import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { Button } from '@/shared/ui/button';
import type { Turn } from '../api/conversation';
import { type Chosen, chosenFor, shownTurns } from '../model/versions';
import type { RunningAnswer } from '../stream/running-answer';
import { useAnswers, useScene } from '../stream/use-answers';
import { TurnArticle } from './turn-article';
import { useStickToEnd } from './use-stick-to-end';

/** Longer conversations are drawn where one looks only; shorter ones as a whole, so that the browser's search finds all. */
const DRAWN_AS_A_WHOLE = 40;

export interface ThreadProps {
  place: string;
  turns: readonly Turn[];
  asking: RunningAnswer | undefined;
  busy: boolean;
  /** The turn that a link leads to. */
  linked: string | undefined;
}

export function Thread({ place, turns, asking, busy, linked }: ThreadProps) {
  const { t } = useTranslation('chat');
  const answers = useAnswers();
  const { editing } = useScene(place);
  const [chosen, setChosen] = useState<Chosen>({});
  const onChooseVersion = useCallback(
    (slot: string, head: string) => setChosen(before => ({ ...before, [slot]: head })),
    [],
  );
  const { scroller, content, atEnd, toEnd, release } = useStickToEnd();
  const virtual = useRef<VirtualizerHandle>(null);

  const linkedChoice = linked === undefined ? undefined : chosenFor(turns, linked);
  const shown = shownTurns(turns, { ...linkedChoice, ...chosen });
  const replaced = asking?.question?.replaces;
  const cut = replaced ? shown.findIndex(({ turn, aside }) => turn.turnId === replaced && !aside) : -1;
  const articles = (cut === -1 ? shown : shown.slice(0, cut)).map(({ turn, versions, aside }, place_) => (
    <TurnArticle
      key={answers.keyOf(turn.turnId)}
      place={place}
      number={place_ + 1}
      prompt={turn.prompt}
      turn={turn}
      asking={undefined}
      versions={versions}
      aside={aside}
      editing={editing === turn.turnId}
      marked={linked === turn.turnId}
      busy={busy}
      onChooseVersion={onChooseVersion}
    />
  ));
  if (asking) {
    articles.push(
      <TurnArticle
        key={asking.key}
        place={place}
        number={articles.length + 1}
        prompt={asking.question?.message ?? ''}
        turn={undefined}
        asking={asking}
        versions={undefined}
        aside={false}
        editing={false}
        marked={false}
        busy
        onChooseVersion={onChooseVersion}
      />,
    );
  }

  const last = turns.at(-1);
  const newest = asking?.key ?? (last && answers.keyOf(last.turnId));
  const begun = asking !== undefined;
  useEffect(() => {
    // Who asks wants to see the answer come.
    if (begun) toEnd();
  }, [begun, newest, toEnd]);

  const linkedPlace = shown.findIndex(({ turn }) => turn.turnId === linked);
  useEffect(() => {
    if (linked === undefined || linkedPlace === -1) return;
    release();
    return goTo(linked, scroller.current, () => virtual.current?.scrollToIndex(linkedPlace, { align: 'start' }));
    // It is gone to once: what is asked afterwards does not call the reader back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [linked, linkedPlace === -1]);

  const drawnAsAWhole = articles.length <= DRAWN_AS_A_WHOLE;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('thread.label')}
        // It scrolls by itself, so the keyboard has to get there.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="relative h-full overflow-y-auto [overflow-anchor:none]"
      >
        <div ref={content}>
          {drawnAsAWhole ? (
            articles
          ) : (
            <Virtualizer ref={virtual} scrollRef={scroller}>
              {articles}
            </Virtualizer>
          )}
        </div>
      </div>
      {!atEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button look="secondary" className="pointer-events-auto rounded-full shadow-lift" onClick={toEnd}>
            <ArrowDown aria-hidden size={18} />
            {t('thread.latest')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A far turn takes some frames to be there. */
const FRAMES_AT_MOST = 60;

/**
 * Goes to an element as soon as it is there.
 *
 * @param box what scrolls; nothing around it may move
 * @param approach has it drawn; again and again, as the router puts places back where they were when the address changes
 */
function goTo(id: string, box: HTMLElement | null, approach: () => void): () => void {
  let frames = 0;
  const look = () => {
    const element = document.getElementById(id);
    if (element && box) {
      box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top;
      element.focus({ preventScroll: true });
    } else {
      approach();
    }
    // What has no place yet is hidden, and can't have the focus.
    if (document.activeElement !== element && ++frames < FRAMES_AT_MOST) frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
