import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import type { Turn } from '../api/conversation';
import { Rating } from './rating';

export interface AnswerActionsProps {
  conversationId: string;
  turn: Turn;
  /** Left out where nothing can be asked: at what was set aside, or while an answer is given. */
  onRetry: (() => void) | undefined;
}

export function AnswerActions({ conversationId, turn, onRetry }: AnswerActionsProps) {
  const { t } = useTranslation('chat');
  const rated = turn.status === 'completed' || turn.status === 'interrupted';
  return (
    <div role="group" aria-label={t('actions.label')} className="-ms-2 flex flex-wrap items-center text-ink-soft">
      {turn.reply && <CopyButton text={turn.reply} label={t('actions.copy')} />}
      {onRetry && (
        <IconButton label={t('actions.retry')} onClick={onRetry}>
          <RotateCcw aria-hidden size={18} />
        </IconButton>
      )}
      {rated && <Rating conversationId={conversationId} turn={turn} />}
    </div>
  );
}
