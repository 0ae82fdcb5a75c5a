import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationsQuery } from '@/shared/data/conversations';
import { memoryStatsQuery } from '@/shared/data/memories';
import { useResendVerification } from '@/shared/data/verification';
import { useMember } from '@/shared/session';
import { Button, buttonLook } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';

/** What newcomers do first. It goes when all is done, and is not there before it is known what is. */
export function FirstSteps() {
  const { t } = useTranslation('dashboard');
  const { email, emailVerified } = useMember();
  const conversations = useInfiniteQuery(conversationsQuery());
  const stats = useQuery(memoryStatsQuery);
  const problemText = useProblemText();
  const resend = useResendVerification();
  if (!conversations.data || !stats.data) return null;
  const done = {
    verify: emailVerified,
    chat: conversations.data.pages.some(page => page.items.length > 0),
    memory: stats.data.total > 0,
  };
  const count = Object.values(done).filter(Boolean).length;
  if (count === 3) return null;
  const sendAgain = () =>
    resend.mutate(undefined, {
      onSuccess: () => toast(t('steps.resent')),
      onError: failure => toast(problemText(failure), { tone: 'danger' }),
    });
  return (
    <Card>
      <CardTitle action={<p className="text-ink-soft">{t('steps.progress', { done: count, all: 3 })}</p>}>
        {t('steps.title')}
      </CardTitle>
      <ol className="grid gap-4 md:grid-cols-3">
        <Step done={done.verify} title={t('steps.verify')} text={t('steps.verifyText', { email })}>
          <Button look="secondary" busy={resend.isPending} onClick={sendAgain}>
            {t('steps.resend')}
          </Button>
        </Step>
        <Step done={done.chat} title={t('steps.chat')} text={t('steps.chatText')}>
          <Link to="/chat" className={buttonLook('secondary')}>
            {t('steps.chatGo')}
          </Link>
        </Step>
        <Step done={done.memory} title={t('steps.memory')} text={t('steps.memoryText')}>
          <Link to="/memory" className={buttonLook('secondary')}>
            {t('steps.memoryGo')}
          </Link>
        </Step>
      </ol>
    </Card>
  );
}

interface StepProps {
  done: boolean;
  title: string;
  text: string;
  children: ReactNode;
}

function Step({ done, title, text, children }: StepProps) {
  const { t } = useTranslation('dashboard');
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <li className="flex items-start gap-3">
      <Icon aria-hidden size={24} className={done ? 'shrink-0 text-accent' : 'shrink-0 text-ink-soft'} />
      <div className="grid min-w-0 justify-items-start gap-2">
        <h3 className="leading-6">
          {done && <span className="sr-only">{t('steps.done')}</span>} {title}
        </h3>
        {!done && <p className="text-ink-soft">{text}</p>}
        {!done && children}
      </div>
    </li>
  );
}
