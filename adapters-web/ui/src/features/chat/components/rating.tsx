import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/shared/ui/button';
import { TextArea } from '@/shared/ui/field';
import { Dialog } from '@/shared/ui/dialog';
import { toast } from '@/shared/ui/toast';
import type { Turn } from '../api/conversation';
import { useRateTurn } from '../api/rate-turn';

const LONGEST_COMMENT = 2_000;

/** Whether an answer was good, and why, for who wants to say. */
export function Rating({ conversationId, turn }: { conversationId: string; turn: Turn }) {
  const { t } = useTranslation('chat');
  const rate = useRateTurn(conversationId, turn);
  const [telling, setTelling] = useState(false);
  const choose = (rating: 'up' | 'down') =>
    rate.mutate(
      { rating },
      {
        onSuccess: () =>
          toast(t('rating.sent'), { action: { label: t('rating.tell'), onSelect: () => setTelling(true) } }),
      },
    );
  return (
    <>
      <IconButton label={t('actions.up')} aria-pressed={turn.rating === 'up'} onClick={() => choose('up')}>
        <ThumbsUp aria-hidden size={18} className={turn.rating === 'up' ? 'fill-accent-soft text-accent' : ''} />
      </IconButton>
      <IconButton label={t('actions.down')} aria-pressed={turn.rating === 'down'} onClick={() => choose('down')}>
        <ThumbsDown aria-hidden size={18} className={turn.rating === 'down' ? 'fill-danger-soft text-danger' : ''} />
      </IconButton>
      <Dialog open={telling} onClose={() => setTelling(false)} title={t('rating.title')}>
        <form
          className="grid gap-4"
          onSubmit={event => {
            event.preventDefault();
            const comment = new FormData(event.currentTarget).get('comment');
            rate.mutate(
              { rating: turn.rating ?? 'up', comment: typeof comment === 'string' ? comment : null },
              {
                onSuccess: () => {
                  setTelling(false);
                  toast(t('rating.sent'));
                },
              },
            );
          }}
        >
          <TextArea
            name="comment"
            label={t('rating.comment')}
            maxLength={LONGEST_COMMENT}
            defaultValue={turn.ratingComment ?? ''}
          />
          <Button type="submit" busy={rate.isPending} className="justify-self-end">
            {t('rating.send')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
