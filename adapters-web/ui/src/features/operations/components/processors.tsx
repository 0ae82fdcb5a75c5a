import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/badge';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';
import { type Processor, processorsQuery } from '../api/processors';
import { Replaying } from './replaying';

/** What follows the events, and how far behind it is. */
export function Processors() {
  const { t } = useTranslation('operations');
  const processors = useQuery(processorsQuery);
  return (
    <QueryView query={processors}>
      {data => (
        <>
          {processors.isError && (
            <Notice live tone="warn" className="mb-4">
              {t('processors.old')}
            </Notice>
          )}
          <ul className="grid gap-4 xl:grid-cols-2">
            {data.items.map(processor => (
              <One key={processor.name} processor={processor} />
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

function One({ processor }: { processor: Processor }) {
  const { t } = useTranslation('operations');
  const format = useFormats();
  const { name, kind, eventsBehind, lagSeconds, deadLetters, segments, replayable } = processor;
  const figures = [
    [t('processors.lag'), t('processors.seconds', { count: lagSeconds, amount: format.compact(lagSeconds) })],
    [t('processors.behind'), format.integer(eventsBehind)],
    [t('processors.letters'), format.integer(deadLetters)],
  ] as const;
  const troubles = segments.filter(segment => segment.error);
  return (
    <li className="rounded-card border border-line bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-sans text-base font-semibold break-words">{name}</h2>
        <span className="flex gap-2">
          <Badge>{t(`kinds.${kind}`)}</Badge>
          <Badge tone={troubles.length > 0 || deadLetters > 0 ? 'danger' : eventsBehind > 0 ? 'warn' : 'good'}>
            {troubles.length > 0
              ? t('processors.stuck')
              : eventsBehind > 0
                ? t('processors.following')
                : t('processors.upToDate')}
          </Badge>
        </span>
      </div>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([what, value]) => (
          <div key={what}>
            <dt className="text-sm text-ink-soft">{what}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-2">
        <summary className="inline-flex min-h-touch items-center text-sm text-ink-soft underline underline-offset-4">
          {t('processors.segments', { count: segments.length })}
        </summary>
        <ul className="grid gap-1 text-sm">
          {segments.map(segment => (
            <li key={segment.id} className="break-words">
              {t('processors.segment', {
                id: segment.id,
                position: format.integer(segment.position),
                owner: segment.owner ?? t('processors.nobody'),
              })}
              {segment.error && <span className="block text-danger">{segment.error}</span>}
            </li>
          ))}
        </ul>
      </details>
      {replayable && <Replaying processor={processor} />}
    </li>
  );
}
