import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2Off } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { type Memory, memoryQuery } from '@/shared/data/memories';
import { Badge } from '@/shared/ui/badge';
import { buttonLook } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';

/** What was remembered for an answer, when that was learnt and from what. */
export function MemoryDialog({ memoryId, onClose }: { memoryId: string; onClose: () => void }) {
  const { t } = useTranslation('chat');
  const memory = useQuery(memoryQuery(memoryId));
  const gone = asProblem(memory.error).code === 'not_found' || memory.data?.status === 'forgotten';
  return (
    <Dialog open onClose={onClose} title={t('memory.title')}>
      {gone ? (
        <Empty icon={Link2Off} title={t('memory.forgotten')}>
          {t('memory.forgottenText')}
        </Empty>
      ) : (
        <QueryView query={memory}>{known => <Known memory={known} onLeave={onClose} />}</QueryView>
      )}
    </Dialog>
  );
}

function Known({ memory, onLeave }: { memory: Memory; onLeave: () => void }) {
  const { t } = useTranslation('chat');
  return (
    <div className="grid gap-4">
      <p className="text-lg break-words whitespace-pre-wrap">{memory.content}</p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Badge tone="good">{t(`memoryTier.${memory.tier}`, { ns: 'common' })}</Badge>
        <Badge>{t(`memoryKind.${memory.kind}`, { ns: 'common' })}</Badge>
        <span>
          {t('memory.learnt')} <Moment at={memory.createdAt} />
        </span>
      </p>
      {memory.status === 'superseded' && <Notice>{t('memory.changed')}</Notice>}
      <section>
        <h3 className="text-base">{t('memory.evidence')}</h3>
        {memory.evidence.length === 0 && <p className="text-ink-soft">{t('memory.noEvidence')}</p>}
        <ul>
          {memory.evidence.map(({ conversationId, turnId }) => (
            <li key={turnId}>
              <Link
                to="/chat/$conversationId"
                params={{ conversationId }}
                hash={turnId}
                onClick={onLeave}
                className="inline-flex min-h-touch items-center text-accent underline underline-offset-4"
              >
                {t('memory.message')}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Link to="/memory/$memoryId" params={{ memoryId: memory.id }} className={buttonLook('secondary')}>
        {t('memory.more')}
      </Link>
    </div>
  );
}
