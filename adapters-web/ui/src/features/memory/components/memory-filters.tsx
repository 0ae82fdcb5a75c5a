import { CalendarDays, List, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { SelectField, TextField } from '@/shared/ui/field';
import { MEMORY_KINDS, MEMORY_STATUSES, MEMORY_TIERS, memoryView, type MemoryView } from '../view';

export interface MemoryFiltersProps {
  view: MemoryView;
  onChange: (view: MemoryView) => void;
}

/** Which memories are shown. A choice holds at once; words are searched for when they are sent. */
export function MemoryFilters({ view, onChange }: MemoryFiltersProps) {
  const { t } = useTranslation(['memory', 'common']);
  const choose = (change: Record<string, string | undefined>) => onChange(memoryView({ ...view, ...change }));
  return (
    <div role="search" aria-label={t('filters.label')} className="mb-6 grid gap-4">
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={event => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('q');
          choose({ q: typeof words === 'string' ? words : undefined, status: undefined });
        }}
      >
        <TextField
          // Another search, such as one from the address, begins with its own words.
          key={view.q ?? ''}
          className="min-w-0 flex-1 basis-40"
          hideLabel
          label={t('filters.search')}
          placeholder={t('filters.search')}
          hint={t('filters.searchHint')}
          name="q"
          type="search"
          autoComplete="off"
          maxLength={1000}
          defaultValue={view.q ?? ''}
        />
        <Button type="submit" look="secondary">
          <Search aria-hidden size={18} />
          {t('common:search')}
        </Button>
        {view.q && (
          <Button look="quiet" onClick={() => choose({ q: undefined })}>
            {t('filters.clear')}
          </Button>
        )}
      </form>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          className="min-w-32 flex-1 sm:max-w-44"
          label={t('filters.tier')}
          value={view.tier ?? ''}
          options={[
            { value: '', label: t('filters.anyTier') },
            ...MEMORY_TIERS.map(value => ({ value, label: t(`common:memoryTier.${value}`) })),
          ]}
          onChange={event => choose({ tier: event.target.value })}
        />
        <SelectField
          className="min-w-32 flex-1 sm:max-w-44"
          label={t('filters.kind')}
          value={view.kind ?? ''}
          options={[
            { value: '', label: t('filters.anyKind') },
            ...MEMORY_KINDS.map(value => ({ value, label: t(`common:memoryKind.${value}`) })),
          ]}
          onChange={event => choose({ kind: event.target.value })}
        />
        {!view.q && (
          <SelectField
            className="min-w-32 flex-1 sm:max-w-44"
            label={t('filters.status')}
            value={view.status ?? 'active'}
            options={MEMORY_STATUSES.map(value => ({ value, label: t(`status.${value}`) }))}
            onChange={event => choose({ status: event.target.value })}
          />
        )}
        <div role="group" aria-label={t('filters.look')} className="flex gap-1 sm:ms-auto">
          <LookButton pressed={view.look === undefined} onClick={() => choose({ look: undefined })}>
            <List aria-hidden size={18} />
            {t('filters.list')}
          </LookButton>
          <LookButton pressed={view.look === 'timeline'} onClick={() => choose({ look: 'timeline' })}>
            <CalendarDays aria-hidden size={18} />
            {t('filters.timeline')}
          </LookButton>
        </div>
      </div>
      {view.tier && <p className="text-sm text-ink-soft">{t(`tierMeans.${view.tier}`)}</p>}
    </div>
  );
}

function LookButton({ pressed, onClick, children }: { pressed: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      look="quiet"
      aria-pressed={pressed}
      onClick={onClick}
      className={pressed ? 'bg-accent-soft px-3 text-accent-strong' : 'px-3'}
    >
      {children}
    </Button>
  );
}
