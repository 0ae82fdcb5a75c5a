import { useTranslation } from 'react-i18next';
import { useTierName } from '@/shared/lib/use-tier-name';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Progress } from '@/shared/ui/progress';
import type { Arrival } from '../use-subscription';

export interface ArrivalNoticeProps {
  arrival: Arrival;
  tier: string | undefined;
  onLookAgain: () => void;
}

/** What those are told who come back from paying. */
export function ArrivalNotice({ arrival, tier, onLookAgain }: ArrivalNoticeProps) {
  const { t } = useTranslation('billing');
  const tierName = useTierName();
  if (arrival === 'there' && tier) {
    return (
      <Notice live tone="good" title={t('back.done', { plan: tierName(tier) })}>
        {t('back.doneText')}
      </Notice>
    );
  }
  if (arrival === 'late') {
    return (
      <Notice
        live
        tone="warn"
        title={t('back.late')}
        action={
          <Button look="secondary" onClick={onLookAgain}>
            {t('back.look')}
          </Button>
        }
      >
        {t('back.lateText')}
      </Notice>
    );
  }
  if (arrival !== 'waiting') return null;
  return (
    <Notice live tone="good" title={t('back.confirming')}>
      <p className="mb-3">{t('back.confirmingText')}</p>
      <Progress label={t('back.progress')} />
    </Notice>
  );
}
