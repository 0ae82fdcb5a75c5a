import { screen, waitFor } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logIn, show } from '@/testing/render';
import { problem, server } from '@/testing/server';
import { MemoryFiles } from './memory-files';

interface Sent {
  type: string | null;
  lines: number;
}

/** Plays the import; each answer is for one part. */
function imports(...results: (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.post('*/api/memory/import', async ({ request }) => {
      const result = results[Math.min(sent.length, results.length - 1)]!;
      sent.push({ type: request.headers.get('Content-Type'), lines: (await request.text()).split('\n').length });
      await delay(20);
      return result();
    }),
  );
  return sent;
}

const taken = (imported: number, skipped = 0, errors: { line: number; code: string }[] = []) =>
  HttpResponse.json({ imported, skipped, errors });

async function bring(text: string, name = 'memories.ndjson') {
  const shown = await show(<MemoryFiles />);
  await shown.user.upload(await screen.findByLabelText('Choose a file'), new File([text], name));
  await shown.user.click(screen.getByRole('button', { name: 'Import' }));
  return shown;
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `{"content":"${at}"}`).join('\n');

beforeEach(() => logIn());

describe('an import', () => {
  it('tells what was taken, what was known and what was refused', async () => {
    const sent = imports(() =>
      taken(2, 1, [
        { line: 3, code: 'invalid_json' },
        { line: 5, code: 'something_new' },
      ]),
    );
    await bring(lines(5));
    expect(await screen.findByRole('progressbar', { name: 'Importing …' })).toBeVisible();
    expect(await screen.findByText('2 memories imported')).toBeVisible();
    expect(screen.getByText('1 was known already, or there was no room for it.')).toBeVisible();
    expect(screen.getByText('Line 3: It can’t be read.')).toBeVisible();
    expect(screen.getByText('Line 5: It can’t be taken like this.')).toBeVisible();
    expect(sent).toEqual([{ type: 'application/x-ndjson', lines: 5 }]);
  });

  it('goes in parts, and names lines as they stand in the file', async () => {
    const sent = imports(
      () => taken(200),
      () => taken(199, 0, [{ line: 7, code: 'invalid_kind' }]),
      () => taken(50),
    );
    await bring(lines(450));
    expect(await screen.findByText('449 memories imported')).toBeVisible();
    expect(screen.getByText('Line 207: It says a kind that we don’t know.')).toBeVisible();
    expect(sent.map(part => part.lines)).toEqual([200, 200, 50]);
  });

  it('ends where there is no room any more', async () => {
    const sent = imports(() => taken(10, 189, [{ line: 11, code: 'quota_exceeded' }]));
    await bring(lines(450));
    expect(await screen.findByText('10 memories imported')).toBeVisible();
    expect(screen.getByText(/Line 11: From here on there was no room/)).toBeVisible();
    expect(screen.getByText(/439 were known already/)).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it('that breaks off says what stays', async () => {
    imports(
      () => taken(200),
      () => HttpResponse.error(),
    );
    await bring(lines(450));
    expect(await screen.findByText('200 memories imported')).toBeVisible();
    expect(screen.getByText(/The import broke off/)).toBeVisible();
  });

  it('of ChatGPT’s conversations goes as a whole', async () => {
    const sent = imports(() => taken(1, 0, [{ line: 2, code: 'invalid_json' }]));
    await bring('[{"mapping":{}}]', 'conversations.json');
    expect(await screen.findByText('1 memory imported')).toBeVisible();
    expect(screen.getByText('Conversation 2: It can’t be read.')).toBeVisible();
    expect(sent).toEqual([{ type: 'application/json', lines: 1 }]);
  });

  it('that is refused as a whole says why', async () => {
    imports(() => problem(429, 'quota_exceeded'));
    await bring(lines(3));
    expect(await screen.findByRole('alert')).toHaveTextContent('used up');
  });

  it('of something else is not begun', async () => {
    const { user } = await bring('a,b,c');
    const field = screen.getByLabelText('Choose a file');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/neither an export/));
    expect(field).toHaveFocus();
    await user.upload(field, new File([lines(1)], 'good.ndjson'));
    imports(() => taken(1));
    await user.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('1 memory imported')).toBeVisible();
    expect(field).not.toHaveAccessibleDescription(/neither an export/);
  });

  it('of nothing asks for a file', async () => {
    const { user } = await show(<MemoryFiles />);
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Choose a file')).toHaveAccessibleDescription(/Choose a file first/),
    );
  });
});

describe('an export', () => {
  it('is saved as a file in the form that was chosen', async () => {
    let format: string | null = null;
    server.use(
      http.get('*/api/memory/export', ({ request }) => {
        format = new URL(request.url).searchParams.get('format');
        return HttpResponse.text('{"content":"a"}');
      }),
    );
    Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: vi.fn() });
    let name = '';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    const { user } = await show(<MemoryFiles />);
    await user.click(await screen.findByRole('button', { name: 'To import again (lines)' }));
    expect(await screen.findByText('Your file is saved.')).toBeVisible();
    expect(format).toBe('ndjson');
    expect(name).toBe('novacore-memories.ndjson');
  });
});
