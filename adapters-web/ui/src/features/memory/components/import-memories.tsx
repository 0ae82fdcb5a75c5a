import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { TextField } from '@/shared/ui/field';
import { Failure } from '@/shared/ui/failure';
import { Progress } from '@/shared/ui/progress';
import { useImportMemories } from '../api/import-memories';
import { readSource } from '../reading-files';
import { ImportResult } from './import-result';

const MOST_BYTES = 64 * 1024 * 1024;

export function ImportMemories() {
  const { t } = useTranslation('memory');
  const importing = useImportMemories();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string>();
  const [share, setShare] = useState<number>();

  const start = async () => {
    const file = field.current?.files?.[0];
    const source = file && file.size <= MOST_BYTES ? await readSource(file).catch(() => undefined) : undefined;
    importing.reset();
    if (!source) {
      setWrong(!file ? t('importing.none') : t(file.size > MOST_BYTES ? 'importing.tooLarge' : 'importing.unreadable'));
      field.current?.focus();
      return;
    }
    setWrong(undefined);
    setShare(undefined);
    importing.mutate({ source, onProgress: setShare });
  };

  return (
    <Card>
      <CardTitle>{t('importing.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('importing.text')}</p>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault();
          if (!importing.isPending) void start();
        }}
      >
        <TextField
          ref={field}
          type="file"
          accept=".json,.ndjson,.jsonl,application/json,application/x-ndjson"
          label={t('importing.file')}
          hint={t('importing.fileHint')}
          error={wrong}
        />
        <Button type="submit" busy={importing.isPending} className="justify-self-start">
          {t('importing.start')}
        </Button>
      </form>
      <div role="status" className="mt-4 empty:hidden">
        {importing.isPending && (
          <>
            <Progress label={t('importing.running')} share={share} />
            <p className="mt-2 text-sm text-ink-soft">{t('importing.runningText')}</p>
          </>
        )}
        {importing.data && <ImportResult report={importing.data} />}
      </div>
      {importing.error && <Failure className="mt-4" failure={importing.error} />}
    </Card>
  );
}
