import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { conversationQuery } from '@/shared/data/conversations';
import type { Memory } from '@/shared/data/memories';
import { Card, CardTitle } from '@/shared/ui/card';
import { QueryView } from '@/shared/ui/query-view';
import { excerpt } from '../excerpt';

const EXCERPT = 160;

type Evidence = Memory['evidence'][number];

/** The messages that a memory was learnt from. */
export function MemoryEvidence({ memory }: { memory: Memory }) {
  const { t } = useTranslation('memory');
  const written = memory.kind === 'note' || memory.kind === 'fact';
  return (
    <Card>
      <CardTitle>{t('evidence.title')}</CardTitle>
      {memory.evidence.length === 0 ? (
        <p className="text-ink-soft">{t(written ? 'evidence.own' : 'evidence.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {memory.evidence.map(evidence => (
            <li key={evidence.turnId} className="py-3 first:pt-0 last:pb-0">
              <Message evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Message({ evidence: { conversationId, turnId } }: { evidence: Evidence }) {
  const { t } = useTranslation('memory');
  const query = useQuery(conversationQuery(conversationId));
  if (query.error && asProblem(query.error).code === 'not_found') {
    return <p className="text-ink-soft">{t('evidence.gone')}</p>;
  }
  return (
    <QueryView query={query}>
      {conversation => {
        const turn = conversation.turns.find(candidate => candidate.turnId === turnId);
        return (
          <>
            <p className="font-semibold break-words">{conversation.title || t('evidence.untitled')}</p>
            {turn && <p className="text-ink-soft">{excerpt(turn.prompt, EXCERPT)}</p>}
            <Link
              to="/chat/$conversationId"
              params={{ conversationId }}
              hash={turnId}
              className="mt-1 inline-flex min-h-touch items-center gap-1.5 rounded-control font-semibold text-accent underline-offset-4 hover:underline"
            >
              {t('evidence.open')}
              <ArrowRight aria-hidden size={17} />
            </Link>
          </>
        );
      }}
    </QueryView>
  );
}
