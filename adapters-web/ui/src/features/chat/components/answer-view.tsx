import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { Notice } from '@/shared/ui/notice';
import { Spinner } from '@/shared/ui/spinner';
import type { Turn } from '../api/conversation';
import type { AnswerState, RunningAnswer } from '../stream/running-answer';
import { useAnswerState } from '../stream/use-answers';
import { MarkdownText } from './markdown-text';

export interface AnswerViewProps {
  turn: Turn | undefined;
  /** There while it is being given. */
  answer: RunningAnswer | undefined;
  retry: (() => void) | undefined;
}

/** An answer, growing or complete. Only this is drawn anew while it grows. */
export function AnswerView({ turn, answer, retry }: AnswerViewProps) {
  const state = useAnswerState(answer);
  const over = turn !== undefined && turn.status !== 'started';
  const text = over ? (turn.reply ?? '') : (state?.text ?? '');
  return (
    <>
      {text && <MarkdownText text={text} />}
      {over ? <HowItEnded turn={turn} retry={retry} /> : state && answer && <Phase state={state} answer={answer} />}
    </>
  );
}

function Line({ children, busy = true }: { children: ReactNode; busy?: boolean }) {
  return (
    <p role="status" className="flex items-center gap-2 text-ink-soft">
      {busy && <Spinner className="text-accent" />}
      {children}
    </p>
  );
}

function Phase({ state, answer }: { state: AnswerState; answer: RunningAnswer }) {
  const { t } = useTranslation('chat');
  if (state.phase === 'givenUp') {
    return (
      <Notice
        live
        tone="warn"
        className="mt-3"
        action={
          <Button look="secondary" onClick={answer.tryAgain}>
            {t('retry', { ns: 'common' })}
          </Button>
        }
      >
        {t('phase.givenUp')}
      </Notice>
    );
  }
  if (state.phase === 'lost') {
    return (
      <Line busy={false}>
        <WifiOff aria-hidden size={18} className="text-warn" />
        {t(state.text ? 'phase.lost' : 'phase.lostAsking')}
      </Line>
    );
  }
  if (state.stopping) return <Line>{t('phase.stopping')}</Line>;
  if (state.phase === 'queued' && state.position > 1) {
    return <Line>{t('phase.queued', { count: state.position - 1 })}</Line>;
  }
  return state.text ? null : <Line>{t('phase.asking')}</Line>;
}

function HowItEnded({ turn, retry }: { turn: Turn; retry: (() => void) | undefined }) {
  const { t } = useTranslation('chat');
  const problemText = useProblemText();
  if (turn.status === 'completed') {
    return turn.finishReason === 'length' ? <Line busy={false}>{t('ended.length')}</Line> : null;
  }
  if (turn.status === 'interrupted' && turn.failure === 'cancelled') {
    return <Line busy={false}>{t('ended.stopped')}</Line>;
  }
  return (
    <Notice
      tone="warn"
      className="mt-3"
      title={t(turn.reply ? 'ended.brokenOff' : 'ended.nothing')}
      action={
        retry && (
          <Button look="secondary" onClick={retry}>
            {t('actions.retry')}
          </Button>
        )
      }
    >
      {turn.failure && problemText(new ApiProblem(0, turn.failure, ''))}
    </Notice>
  );
}
