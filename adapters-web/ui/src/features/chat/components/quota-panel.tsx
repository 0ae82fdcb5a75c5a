import { Link } from '@tanstack/react-router';
import { Moon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { buttonLook } from '@/shared/ui/button';

export interface QuotaPanelProps {
  resource: string;
  limit: number | undefined;
  resetsAt: string;
}

/** That today's allowance is used up: why, until when, and what could be done. */
export function QuotaPanel({ resource, limit, resetsAt }: QuotaPanelProps) {
  const { t } = useTranslation('chat');
  const format = useFormats();
  const amount = format.integer(limit ?? 0);
  return (
    <section
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line bg-surface p-4 shadow-lift"
    >
      <Moon aria-hidden size={28} className="text-accent" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-lg">{t('quota.title')}</h2>
        {limit !== undefined && <p>{t(resource === 'tokens' ? 'quota.tokens' : 'quota.messages', { amount })}</p>}
        <p className="text-ink-soft">
          {t('quota.resets', { when: format.ago(resetsAt), time: format.time(resetsAt) })}
        </p>
      </div>
      <Link to="/billing" className={buttonLook('primary')}>
        {t('quota.upgrade')}
      </Link>
    </section>
  );
}
