import { useNavigate, useSearch } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Tabs } from '@/shared/ui/tabs';
import { AddMemoryDialog } from '../components/add-memory-dialog';
import { MemoryFiles } from '../components/memory-files';
import { MemoryFilters } from '../components/memory-filters';
import { MemoryRuns } from '../components/memory-runs';
import { RoomNotice } from '../components/room-notice';
import { Shelf } from '../components/shelf';
import { memoryView, type MemoryView } from '../view';

type Section = NonNullable<MemoryView['section']> | 'memories';

export function MemoryPage() {
  const { t } = useTranslation('memory');
  const navigate = useNavigate();
  const view = memoryView(useSearch({ strict: false }));
  const [adding, setAdding] = useState(false);
  const show = (next: MemoryView) => void navigate({ to: '/memory', search: next, resetScroll: false });
  const section: Section = view.section ?? 'memories';
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        <Button onClick={() => setAdding(true)}>
          <PenLine aria-hidden size={18} />
          {t('add')}
        </Button>
      }
    >
      <RoomNotice />
      <Tabs<Section>
        label={t('sections.label')}
        value={section}
        onChange={next => show(next === 'memories' ? {} : { section: next })}
        tabs={[
          { value: 'memories', label: t('sections.memories') },
          { value: 'changes', label: t('sections.changes') },
          { value: 'files', label: t('sections.files') },
        ]}
      >
        {section === 'memories' && (
          <>
            <MemoryFilters view={view} onChange={show} />
            <Shelf view={view} onShowAll={() => show(view.look ? { look: view.look } : {})} />
          </>
        )}
        {section === 'changes' && <MemoryRuns />}
        {section === 'files' && <MemoryFiles />}
      </Tabs>
      <AddMemoryDialog open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
