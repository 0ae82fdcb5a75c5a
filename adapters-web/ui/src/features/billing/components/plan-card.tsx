import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '@/shared/data/billing';
import { classNames } from '@/shared/lib/class-names';
import { useFormats } from '@/shared/lib/format';
import { useTierName } from '@/shared/lib/use-tier-name';
import { Card } from '@/shared/ui/card';

/** So many words are in a token, roughly, of English and German text. */
const WORDS_PER_TOKEN = 0.75;

export interface PlanCardProps {
  plan: Plan;
  current: boolean;
  badge?: ReactNode;
  action?: ReactNode;
}

/** What a plan costs and what it allows. */
export function PlanCard({ plan: { tier, price, limits }, current, badge, action }: PlanCardProps) {
  const { t } = useTranslation('billing');
  const format = useFormats();
  const tierName = useTierName();
  const words = Math.floor((limits.maxOutputTokens * WORDS_PER_TOKEN) / 100) * 100;
  const allowed = [
    t('plans.messages', { messages: format.integer(limits.messagesPerDay) }),
    t('plans.tokens', { tokens: format.integer(limits.tokensPerDay) }),
    t('plans.memories', { memories: format.integer(limits.memories) }),
    t('plans.answer', { words: format.integer(words) }),
    t('plans.pace', { count: limits.requestsPerMinute }),
  ];
  return (
    <Card className={classNames('flex h-full flex-col', current && 'ring-2 ring-accent')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-xl">{tierName(tier)}</h3>
        {badge}
      </div>
      <p className="mt-3">
        <span className="font-serif text-3xl">{format.price(price.amount, price.currency)}</span>{' '}
        {price.amount > 0 && <span className="text-ink-soft">{t(`plans.${price.interval}`)}</span>}
      </p>
      <ul className="mt-5 mb-6 grid gap-2.5">
        {allowed.map(text => (
          <li key={text} className="flex items-start gap-2.5">
            <Check aria-hidden size={19} className="mt-1 shrink-0 text-accent" />
            {text}
          </li>
        ))}
      </ul>
      <div className="mt-auto grid">{action}</div>
    </Card>
  );
}
