import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Memory, memoryQuery } from '@/shared/data/memories';
import { Button, buttonLook } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Page } from '@/shared/ui/page';
import { QueryView } from '@/shared/ui/query-view';
import { EditMemoryDialog } from '../components/edit-memory-dialog';
import { MemoryEvidence } from '../components/memory-evidence';
import { MemoryFacts } from '../components/memory-facts';
import { MemoryHistory } from '../components/memory-history';
import { MemoryStanding } from '../components/memory-standing';
import { useForgetting } from '../forgetting';

export function OneMemoryPage() {
  const { t } = useTranslation('memory');
  const params: { memoryId?: string } = useParams({ strict: false });
  const memoryId = params.memoryId ?? '';
  return (
    <Page
      title={t('one.title')}
      action={
        <Link to="/memory" className={buttonLook('quiet', '-order-1 -ms-4 basis-full justify-start')}>
          <ArrowLeft aria-hidden size={18} />
          {t('one.back')}
        </Link>
      }
    >
      <QueryView query={useQuery(memoryQuery(memoryId))}>{memory => <OneMemory memory={memory} />}</QueryView>
    </Page>
  );
}

function OneMemory({ memory }: { memory: Memory }) {
  const { t } = useTranslation('common');
  const { forget } = useForgetting();
  const [editing, setEditing] = useState(false);
  return (
    <div className="grid gap-6">
      <MemoryStanding memory={memory} />
      <Card className="grid gap-6">
        <p className="font-serif text-xl leading-relaxed break-words whitespace-pre-line">{memory.content}</p>
        <MemoryFacts memory={memory} />
        {memory.status === 'active' && (
          <div className="flex flex-wrap gap-3">
            <Button look="secondary" onClick={() => setEditing(true)}>
              <Pencil aria-hidden size={18} />
              {t('edit')}
            </Button>
            <Button look="quiet" onClick={() => forget(memory.id)}>
              <Trash2 aria-hidden size={18} />
              {t('delete')}
            </Button>
          </div>
        )}
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <MemoryEvidence memory={memory} />
        <MemoryHistory id={memory.id} />
      </div>
      <EditMemoryDialog memory={editing ? memory : undefined} onClose={() => setEditing(false)} />
    </div>
  );
}
