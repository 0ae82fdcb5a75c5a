import { useQuery } from '@tanstack/react-query';
import { Minus, PenLine, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { QueryView } from '@/shared/ui/query-view';
import { type Change, changesQuery, type Subject } from '../api/history';

const KINDS = {
  add: { tone: 'good', Icon: Plus },
  remove: { tone: 'danger', Icon: Minus },
  replace: { tone: 'warn', Icon: PenLine },
} as const satisfies Record<string, { tone: Tone; Icon: typeof Plus }>;

/** What one event changed, field by field. */
export function Changes({ subject, sequence }: { subject: Subject; sequence: number }) {
  const { t } = useTranslation('support');
  const changes = useQuery(changesQuery(subject, sequence));
  return (
    <QueryView
      query={changes}
      isEmpty={data => data.changes.length === 0}
      empty={<p className="text-ink-soft">{t('changes.none')}</p>}
    >
      {data => (
        <ul className="divide-y divide-line" aria-busy={changes.isPlaceholderData}>
          {data.changes.map(change => (
            <Changed key={change.path} change={change} />
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function Changed({ change }: { change: Change }) {
  const { t } = useTranslation('support');
  const kind = change.op === 'add' || change.op === 'remove' ? change.op : 'replace';
  const { tone, Icon } = KINDS[kind];
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[7.5rem_1fr]">
      <span>
        <Badge tone={tone}>
          <Icon aria-hidden size={14} />
          {t(`changes.${kind}`)}
        </Badge>
      </span>
      <div className="min-w-0">
        <p>
          <code className="font-semibold break-all">{change.path || '/'}</code>
        </p>
        {kind !== 'add' && (
          <Value word={t('changes.before')} look="bg-danger-soft">
            {compact(change.before)}
          </Value>
        )}
        {kind !== 'remove' && (
          <Value word={t('changes.after')} look="bg-accent-soft">
            {compact(change.after)}
          </Value>
        )}
      </div>
    </li>
  );
}

function Value({ word, look, children }: { word: string; look: string; children: ReactNode }) {
  return (
    <p className="mt-1 flex items-start gap-2 text-sm">
      <span className="w-16 shrink-0 py-1 text-ink-soft">{word}</span>
      <code className={`min-w-0 rounded-lg px-2 py-1 break-all whitespace-pre-wrap ${look}`}>{children}</code>
    </p>
  );
}

function compact(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value, null, typeof value === 'object' ? 1 : 0);
}
