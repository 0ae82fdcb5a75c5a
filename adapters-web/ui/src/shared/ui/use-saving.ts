import { useState } from 'react';
import { download } from '@/shared/api/download';
import { useProblemText } from './failure';
import { toast } from './toast';

/** Saves what a route answers as a file; says when it is there, and why when it is not. */
export function useSaving() {
  const problemText = useProblemText();
  const [saving, setSaving] = useState(false);
  const save = (path: string, fileName: string, done: string) => {
    setSaving(true);
    void download(path, fileName)
      .then(
        () => toast(done),
        (failure: unknown) => toast(problemText(failure), { tone: 'danger' }),
      )
      .finally(() => setSaving(false));
  };
  return { save, saving };
}
