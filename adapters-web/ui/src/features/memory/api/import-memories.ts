import { useMutation, useQueryClient } from '@tanstack/react-query';
import { authorized, type Schemas } from '@/shared/api/client';
import { ApiProblem, asProblem } from '@/shared/api/problem';
import type { MemorySource } from '../reading-files';
import { memoriesChanged } from './shelf';

/** What became of an import; `broke` when it ended before its end. */
export type ImportReport = Schemas['MemoryImport'] & { form: MemorySource['form']; broke?: ApiProblem };

/** A part takes seconds; ChatGPT's file is one part, and the server reads it as a whole. */
const LONGEST_MILLIS = 600_000;
const LEAST_LINES = 200;
const MOST_PARTS = 20;
/** After these nothing more is tried: the rest would only be refused in the same way. */
const ENDINGS = ['quota_exceeded', 'too_many_errors'];

export interface Importing {
  source: MemorySource;
  /** Told how much is done, from 0 to 1. */
  onProgress: (share: number) => void;
}

export function useImportMemories() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, onProgress }: Importing) =>
      source.form === 'lines' ? importLines(source.lines, onProgress) : importConversations(source.file),
    onSettled: () => void memoriesChanged(queries),
  });
}

async function importConversations(file: Blob): Promise<ImportReport> {
  return { ...(await send(file, 'application/json')), form: 'conversations' };
}

/** Sends the lines in parts, so that there is something to tell on the way and a lost connection does not lose all. */
async function importLines(lines: string[], onProgress: (share: number) => void): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, skipped: 0, errors: [], form: 'lines' };
  const size = Math.max(LEAST_LINES, Math.ceil(lines.length / MOST_PARTS));
  for (let start = 0; start < lines.length; start += size) {
    onProgress(start / lines.length);
    const rest = lines.slice(start + size).filter(line => line.trim() !== '').length;
    try {
      const part = await send(lines.slice(start, start + size).join('\n'), 'application/x-ndjson');
      report.imported += part.imported;
      report.skipped += part.skipped;
      report.errors.push(...part.errors.map(error => ({ ...error, line: error.line + start })));
      if (part.errors.some(error => ENDINGS.includes(error.code))) {
        report.skipped += rest;
        break;
      }
    } catch (failure) {
      const problem = asProblem(failure);
      if (start === 0) throw problem;
      if (problem.code !== 'quota_exceeded') return { ...report, broke: problem };
      report.errors.push({ line: start + 1, code: problem.code });
      report.skipped += rest;
      break;
    }
  }
  return report;
}

async function send(body: BodyInit, type: string): Promise<Schemas['MemoryImport']> {
  const request = new Request(new URL('/api/memory/import', location.origin), {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
  const response = await authorized(request, LONGEST_MILLIS);
  if (!response.ok) throw await ApiProblem.of(response);
  return (await response.json()) as Schemas['MemoryImport'];
}
