import { ExportMemories } from './export-memories';
import { ImportMemories } from './import-memories';

/** Memories as files, in and out. */
export function MemoryFiles() {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <ImportMemories />
      <ExportMemories />
    </div>
  );
}
