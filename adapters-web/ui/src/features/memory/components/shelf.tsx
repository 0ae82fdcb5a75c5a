import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { Loading } from '@/shared/ui/skeleton';
import { memoriesQuery } from '../api/list-memories';
import { searchQuery } from '../api/search-memories';
import type { MemoryView } from '../view';
import { MemoryList } from './memory-list';
import { NoMemories } from './no-memories';

export interface ShelfProps {
  view: MemoryView;
  onShowAll: () => void;
}

/** The memories that the view asks for. When one of them goes, the focus stays here. */
export function Shelf({ view, onShowAll }: ShelfProps) {
  const { t } = useTranslation('memory');
  const region = useRef<HTMLDivElement>(null);
  const parts = { view, onShowAll, onLeaving: () => region.current?.focus() };
  return (
    <div ref={region} tabIndex={-1} role="group" aria-label={t('sections.memories')}>
      {view.q ? <Found q={view.q} {...parts} /> : <Listed {...parts} />}
    </div>
  );
}

interface PartProps extends ShelfProps {
  onLeaving: () => void;
}

function Listed({ view, onShowAll, onLeaving }: PartProps) {
  const query = useInfiniteQuery(memoriesQuery(view));
  return (
    <QueryView
      query={query}
      loading={<Loading lines={6} />}
      isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
      empty={<NoMemories view={view} onShowAll={onShowAll} />}
    >
      {({ pages }) => (
        <>
          <MemoryList
            memories={pages.flatMap(page => page.items)}
            lasting={view.status === undefined}
            byTime={view.look === 'timeline'}
            onLeaving={onLeaving}
          />
          <NextPage query={query} />
        </>
      )}
    </QueryView>
  );
}

function Found({ q, view, onShowAll, onLeaving }: PartProps & { q: string }) {
  const { t } = useTranslation('memory');
  return (
    <QueryView query={useQuery(searchQuery(q, view.tier))} loading={<Loading lines={6} />}>
      {({ results }) => {
        const fitting = view.kind ? results.filter(hit => hit.kind === view.kind) : results;
        return (
          <>
            <p role="status" className="mb-3 text-ink-soft">
              {fitting.length > 0 && t('found', { count: fitting.length })}
            </p>
            {fitting.length > 0 ? (
              <MemoryList memories={fitting} lasting byTime={view.look === 'timeline'} onLeaving={onLeaving} />
            ) : (
              <NoMemories view={view} onShowAll={onShowAll} />
            )}
          </>
        );
      }}
    </QueryView>
  );
}
