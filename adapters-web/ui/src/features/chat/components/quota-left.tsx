import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { quotaQuery } from '@/shared/data/quota';
import { useFormats } from '@/shared/lib/format';

/** When less than this share of the tokens is left, that counts more than the messages. */
const LOW = 0.2;

/** What is left for today, for who looks for it. */
export function QuotaLeft() {
  const { t } = useTranslation('chat');
  const format = useFormats();
  const quota = useQuery(quotaQuery).data;
  if (!quota) return <p className="h-6" />;
  const { messages, tokens } = quota.resources;
  const share = tokens.limit > 0 ? tokens.remaining / tokens.limit : 1;
  return (
    <p className="h-6 text-center text-sm text-ink-soft">
      {share < LOW && share > 0
        ? t('quota.tokensLow', { percent: format.percent(share) })
        : t('quota.left', { count: messages.remaining })}
    </p>
  );
}
