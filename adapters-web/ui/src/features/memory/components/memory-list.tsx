import { useState } from 'react';
import { useFormats } from '@/shared/lib/format';
import { Card } from '@/shared/ui/card';
import { useForgetting } from '../forgetting';
import { timeline } from '../timeline';
import { EditMemoryDialog } from './edit-memory-dialog';
import { type ListedMemory, MemoryRow } from './memory-row';

export interface MemoryListProps {
  memories: readonly ListedMemory[];
  lasting: boolean;
  byTime: boolean;
  /** Told before a memory goes, and with its row the button that had the focus. */
  onLeaving: () => void;
}

/** Memories one below the other, or by the day they are about. */
export function MemoryList({ memories, lasting, byTime, onLeaving }: MemoryListProps) {
  const format = useFormats();
  const { forget, restore } = useForgetting();
  const [edited, setEdited] = useState<ListedMemory>();
  const leaving = (act: (id: string) => void) => (id: string) => {
    onLeaving();
    act(id);
  };
  const rows = (items: readonly ListedMemory[]) => (
    <ul className="divide-y divide-line">
      {items.map(memory => (
        <MemoryRow
          key={memory.id}
          memory={memory}
          lasting={lasting}
          onEdit={setEdited}
          onForget={leaving(forget)}
          onRestore={leaving(restore)}
        />
      ))}
    </ul>
  );
  return (
    <>
      {byTime ? (
        <div className="grid gap-8">
          {timeline(memories).map(month => (
            <section key={month.at}>
              <h2 className="mb-3 text-xl">{format.month(month.at)}</h2>
              <div className="grid gap-4 border-s-2 border-line ps-4 sm:ps-6">
                {month.days.map(day => (
                  <Card key={day.at} className="py-3 sm:py-3">
                    <h3 className="pt-2 text-ink-soft">{format.weekday(day.at)}</h3>
                    {rows(day.items)}
                  </Card>
                ))}
              </div>
            </section>
          ))}
        </div>
      ) : (
        <Card className="py-1 sm:py-1">{rows(memories)}</Card>
      )}
      <EditMemoryDialog memory={edited} onClose={() => setEdited(undefined)} />
    </>
  );
}
