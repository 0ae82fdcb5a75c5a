import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '@/shared/api/problem';
import { quotaQuery } from '@/shared/data/quota';
import { useNow } from '@/shared/lib/use-now';
import { IconButton } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { Notice } from '@/shared/ui/notice';
import type { Refusal } from '../stream/answers';
import { useAnswers, useScene } from '../stream/use-answers';
import { QuotaPanel } from './quota-panel';

const MINUTE = 60_000;

/** What stands in the way of the next question, above where it is written. */
export function BeforeAsking({ place }: { place: string }) {
  const { refusal } = useScene(place);
  const exhausted = useExhausted(refusal);
  if (exhausted) return <QuotaPanel {...exhausted} />;
  if (!refusal || refusal.problem.code === 'quota_exceeded') return null;
  return <Refused key={refusal.at} place={place} refusal={refusal} />;
}

/** The allowance that is used up, by what the server refused or by what it said before; nothing when it has begun anew. */
function useExhausted(refusal: Refusal | undefined) {
  const quota = useQuery(quotaQuery).data;
  const told = refusal?.problem.code === 'quota_exceeded' ? toldBy(refusal.problem) : undefined;
  const spent = (['messages', 'tokens'] as const).find(resource => quota?.resources[resource].remaining === 0);
  const known = quota && spent && { resource: spent, limit: quota.resources[spent].limit, resetsAt: quota.resetsAt };
  const exhausted = told ?? known;
  const resets = exhausted ? Date.parse(exhausted.resetsAt) : 0;
  return useNow(resets, MINUTE) < resets ? exhausted : undefined;
}

function toldBy({ extra }: ApiProblem) {
  return {
    resource: typeof extra.resource === 'string' ? extra.resource : 'messages',
    limit: typeof extra.limit === 'number' ? extra.limit : undefined,
    resetsAt: typeof extra.resetsAt === 'string' ? extra.resetsAt : '',
  };
}

function Refused({ place, refusal }: { place: string; refusal: Refusal }) {
  const { t } = useTranslation('chat');
  const answers = useAnswers();
  const problemText = useProblemText();
  const { problem, at } = refusal;
  return (
    <div className="flex items-start gap-1 rounded-card bg-danger-soft shadow-lift">
      <Notice live tone="danger" title={t('refused.title')} className="min-w-0 flex-1">
        <p>
          {problem.code === 'policy_blocked'
            ? t('refused.policy', { principle: problem.message })
            : problemText(problem)}{' '}
          {t('refused.kept')}
        </p>
        {problem.status === 429 && <Countdown until={at + (problem.retryAfterSeconds ?? 0) * 1000} />}
      </Notice>
      <IconButton label={t('refused.dismiss')} onClick={() => answers.calm(place)}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  );
}

/** Seen to change, but heard only once: nobody wants to be told every second. */
function Countdown({ until }: { until: number }) {
  const { t } = useTranslation('chat');
  const left = Math.ceil((until - useNow(until)) / 1000);
  return (
    <p aria-live="off" className="font-semibold">
      {left > 0 ? t('refused.wait', { count: left }) : t('refused.now')}
    </p>
  );
}
