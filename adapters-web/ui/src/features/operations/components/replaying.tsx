import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { useProblemText } from '@/shared/ui/failure';
import { Progress } from '@/shared/ui/progress';
import { toast } from '@/shared/ui/toast';
import type { Processor } from '../api/processors';
import { type Replay, useCancelReplay, useStartReplay } from '../api/replays';
import { PastReplays } from './past-replays';

const RUNNING: readonly Replay['status'][] = ['waiting', 'building', 'comparing'];

/** Builds a read model anew beside the old one, and puts it in its place. */
export function Replaying({ processor }: { processor: Processor }) {
  const { t } = useTranslation('operations');
  const problemText = useProblemText();
  const { name, replay } = processor;
  const start = useStartReplay(name);
  const [asking, setAsking] = useState(false);
  const [swap, setSwap] = useState(false);
  const begin = () =>
    start.mutate(swap, {
      onSuccess: () => toast(t('replay.started', { name })),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
      onSettled: () => setAsking(false),
    });
  return (
    <div className="mt-2 border-t border-line pt-3">
      {replay && RUNNING.includes(replay.status) ? (
        <Running replay={replay} />
      ) : (
        <Button look="secondary" onClick={() => setAsking(true)}>
          <RotateCcw aria-hidden size={18} />
          {t('replay.start')}
        </Button>
      )}
      <PastReplays name={name} />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={begin}
        title={t('replay.title', { name })}
        confirm={t('replay.start')}
        busy={start.isPending}
        danger={false}
      >
        <p>{t('replay.text')}</p>
        <label className="mt-3 flex min-h-touch items-center gap-3 text-ink">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={swap}
            onChange={event => setSwap(event.target.checked)}
          />
          {t('replay.swap')}
        </label>
      </Confirm>
    </div>
  );
}

function Running({ replay }: { replay: Replay }) {
  const { t } = useTranslation('operations');
  const format = useFormats();
  const problemText = useProblemText();
  const cancel = useCancelReplay(replay.processor);
  const onError = (failure: unknown) => toast(problemText(failure), { tone: 'danger' });
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span>{t(`replay.status.${replay.status}`)}</span>
        <span className="text-ink-soft tabular-nums">
          {t('replay.done', { done: format.integer(replay.eventsDone), total: format.integer(replay.eventsTotal) })}
        </span>
      </p>
      <Progress
        label={t('replay.progress', { name: replay.processor })}
        share={replay.status === 'waiting' ? undefined : replay.progress}
      />
      <Button
        look="secondary"
        className="justify-self-start"
        busy={cancel.isPending}
        onClick={() => cancel.mutate(replay.replayId, { onError })}
      >
        {t('replay.cancel')}
      </Button>
    </div>
  );
}
