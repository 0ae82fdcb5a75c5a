import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Memory } from '@/shared/data/memories';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { MemoryPage } from './memory-page';

const SISTER: Memory = {
  id: 'mem_1',
  tier: 'ITM',
  kind: 'fact',
  content: 'My sister lives in Lisbon.',
  importance: 0.8,
  createdAt: '2026-11-20T10:00:00Z',
  occurredAt: '2026-11-20T10:00:00Z',
  evidence: [],
  status: 'active',
};
const RUNNING: Memory = {
  ...SISTER,
  id: 'mem_2',
  tier: 'LTM',
  kind: 'note',
  content: 'Running three times a week.',
  occurredAt: '2026-10-03T10:00:00Z',
};

const quota = (remaining: number) => ({
  resources: { memories: { limit: 500, used: 500 - remaining, reserved: 0, remaining } },
});

const page = (at = '/memory') => show(<MemoryPage />, { path: '/memory', at });

/** The shelf as the server has it: what is deleted goes to the forgotten and comes back when restored. */
function shelf(...memories: Memory[]): Memory[] {
  server.use(
    http.get('*/api/memory/memories', ({ request }) => {
      const wanted = new URL(request.url).searchParams;
      const fits = (memory: Memory) =>
        memory.status === (wanted.get('status') ?? 'active') &&
        (wanted.get('tier') ?? memory.tier) === memory.tier &&
        (wanted.get('kind') ?? memory.kind) === memory.kind;
      return HttpResponse.json({ items: memories.filter(fits) });
    }),
    http.delete('*/api/memory/memories/:id', ({ params }) => {
      const memory = memories.find(({ id }) => id === params.id);
      if (memory) memory.status = 'forgotten';
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/memory/memories/:id/restore', ({ params }) => {
      const memory = memories.find(({ id }) => id === params.id)!;
      memory.status = 'active';
      return HttpResponse.json(memory);
    }),
  );
  return memories;
}

beforeEach(async () => {
  answers('get', '/api/usage/quota', quota(400));
  await logIn();
});

describe('the memories', () => {
  it('are listed with tier and kind, each leading to its page', async () => {
    shelf({ ...SISTER }, { ...RUNNING });
    await page();
    const link = await screen.findByRole('link', { name: SISTER.content });
    expect(link).toHaveAttribute('href', '/memory/mem_1');
    expect(link.closest('li')).toHaveTextContent(/Intermediate.*Fact/);
    expect(screen.getByRole('link', { name: RUNNING.content })).toBeVisible();
  });

  it('are shown as text, whatever they hold', async () => {
    const evil = '<img src="https://evil.example/x.png" onerror="alert(1)">';
    shelf({ ...SISTER, content: evil });
    await page();
    expect(await screen.findByText(evil)).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('can be chosen by tier and kind, which the address keeps', async () => {
    shelf({ ...SISTER }, { ...RUNNING });
    const { user, path } = await page();
    await screen.findByRole('link', { name: SISTER.content });
    await user.selectOptions(screen.getByLabelText('Tier'), 'Long-term');
    await waitFor(() => expect(screen.queryByRole('link', { name: SISTER.content })).toBeNull());
    expect(await screen.findByRole('link', { name: RUNNING.content })).toBeVisible();
    expect(path()).toBe('/memory?tier=LTM');
    await user.selectOptions(screen.getByLabelText('Kind'), 'Fact');
    expect(await screen.findByText('No memory is like this')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all memories' }));
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
    expect(path()).toBe('/memory');
  });

  it('begin with what the address asks for', async () => {
    shelf({ ...SISTER }, { ...RUNNING });
    await page('/memory?tier=LTM&look=timeline');
    expect(await screen.findByRole('heading', { name: 'October 2026' })).toBeVisible();
    expect(screen.getByLabelText('Tier')).toHaveValue('LTM');
    expect(screen.queryByRole('link', { name: SISTER.content })).toBeNull();
  });

  it('stand in a timeline by the day they are about', async () => {
    shelf({ ...RUNNING }, { ...SISTER });
    const { user, path } = await page();
    await screen.findByRole('link', { name: SISTER.content });
    await user.click(screen.getByRole('button', { name: 'Timeline' }));
    expect(await screen.findByRole('heading', { name: 'November 2026' })).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent)).toEqual([
      'Friday, November 20',
      'Saturday, October 3',
    ]);
    expect(path()).toBe('/memory?look=timeline');
  });

  it.each([
    ['/memory', 'Nothing is remembered yet'],
    ['/memory?tier=STM', 'Nothing was said lately'],
    ['/memory?tier=LTM', 'Nothing has proved itself yet'],
    ['/memory?kind=note', 'No memory is like this'],
    ['/memory?status=superseded', 'Nothing was replaced'],
    ['/memory?status=forgotten', 'Nothing is forgotten'],
  ])('that are none at %s say why', async (at, words) => {
    shelf();
    await page(at);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('go on page by page', async () => {
    server.use(
      http.get('*/api/memory/memories', ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'next'
            ? { items: [RUNNING] }
            : { items: [SISTER], nextCursor: 'next' },
        ),
      ),
    );
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: RUNNING.content })).toBeVisible();
    expect(screen.getByRole('link', { name: SISTER.content })).toBeVisible();
  });

  it('can be asked for again when the server did not answer', async () => {
    server.use(http.get('*/api/memory/memories', () => HttpResponse.error()));
    const { user } = await page();
    await screen.findByRole('alert');
    shelf({ ...SISTER });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
  });
});

describe('searching', () => {
  it('shows what fits, and says how much', async () => {
    shelf({ ...RUNNING });
    let asked = '';
    server.use(
      http.get('*/api/memory/search', ({ request }) => {
        asked = new URL(request.url).searchParams.get('q') ?? '';
        return HttpResponse.json({ results: [{ ...SISTER, score: 0.9 }] });
      }),
    );
    const { user, path } = await page();
    await user.type(await screen.findByLabelText('Search your memories'), 'where does she live{Enter}');
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
    expect(screen.getByText('1 memory fits.')).toBeVisible();
    expect(asked).toBe('where does she live');
    expect(path()).toBe('/memory?q=where+does+she+live');
    await user.click(screen.getByRole('button', { name: 'End the search' }));
    expect(await screen.findByRole('link', { name: RUNNING.content })).toBeVisible();
  });

  it('says so when nothing fits', async () => {
    answers('get', '/api/memory/search', { results: [] });
    await page('/memory?q=unicorn');
    expect(await screen.findByText('Nothing fits “unicorn”')).toBeVisible();
  });
});

describe('deleting', () => {
  it('takes it from the list at once, and undoing brings it back', async () => {
    shelf({ ...SISTER }, { ...RUNNING });
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: `Delete: ${SISTER.content}` }));
    await waitFor(() => expect(screen.queryByRole('link', { name: SISTER.content })).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
    expect(await screen.findByText('Remembered again.')).toBeVisible();
  });

  it('that fails leaves it where it was', async () => {
    shelf({ ...SISTER });
    server.use(http.delete('*/api/memory/memories/mem_1', () => problem(503, 'shutting_down')));
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: `Delete: ${SISTER.content}` }));
    expect(await screen.findAllByText(/The server is being restarted/)).not.toHaveLength(0);
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is taken back among the forgotten, too', async () => {
    shelf({ ...SISTER, status: 'forgotten' });
    const { user } = await page('/memory?status=forgotten');
    await user.click(await screen.findByRole('button', { name: `Restore: ${SISTER.content}` }));
    expect(await screen.findByText('Nothing is forgotten')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Memories' })).toHaveFocus();
  });
});

describe('editing', () => {
  const edit = async () => {
    shelf({ ...SISTER });
    const shown = await page();
    await shown.user.click(await screen.findByRole('button', { name: `Edit: ${SISTER.content}` }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit this memory' }));
    const field = dialog.getByLabelText('What is to be remembered');
    await shown.user.clear(field);
    return { ...shown, dialog, field };
  };

  it('saves the new text', async () => {
    const { user, dialog, field } = await edit();
    server.use(
      http.patch('*/api/memory/memories/mem_1', async ({ request }) => {
        const changed = { ...SISTER, ...((await request.json()) as { content: string }) };
        shelf(changed);
        return HttpResponse.json(changed);
      }),
    );
    await user.type(field, 'My sister lives in Porto.');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('link', { name: 'My sister lives in Porto.' })).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit this memory' })).toBeNull());
  });

  it('that fails keeps what was typed, and the list as it was', async () => {
    const { user, dialog, field } = await edit();
    server.use(http.patch('*/api/memory/memories/mem_1', () => problem(409, 'memory_not_active')));
    await user.type(field, 'Another text');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This memory was changed or forgotten meanwhile.');
    expect(field).toHaveValue('Another text');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
  });

  it('to nothing is not sent', async () => {
    const { user, dialog, field } = await edit();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(field).toHaveAccessibleDescription('Write something first.');
    expect(field).toHaveFocus();
  });
});

describe('writing something down', () => {
  const write = async () => {
    const shown = await page();
    await shown.user.click(await screen.findByRole('button', { name: 'Write something down' }));
    return { ...shown, dialog: within(await screen.findByRole('dialog', { name: 'Write something down' })) };
  };

  it('adds it to the list', async () => {
    shelf();
    let body: unknown;
    server.use(
      http.post('*/api/memory/memories', async ({ request }) => {
        body = await request.json();
        shelf({ ...SISTER });
        return HttpResponse.json(SISTER, { status: 201 });
      }),
    );
    const { user, dialog } = await write();
    await user.type(dialog.getByLabelText('What is to be remembered'), SISTER.content);
    await user.selectOptions(dialog.getByLabelText('What it is'), 'A note');
    await user.click(dialog.getByRole('button', { name: 'Remember it' }));
    expect(await screen.findByRole('link', { name: SISTER.content })).toBeVisible();
    expect(body).toEqual({ content: SISTER.content, kind: 'note' });
  });

  it('beyond the room says so, and keeps the text', async () => {
    shelf();
    server.use(http.post('*/api/memory/memories', () => problem(422, 'content_too_long')));
    const { user, dialog } = await write();
    await user.type(dialog.getByLabelText('What is to be remembered'), 'Long');
    await user.click(dialog.getByRole('button', { name: 'Remember it' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('That is too long for one memory.');
    expect(dialog.getByLabelText('What is to be remembered')).toHaveValue('Long');
  });
});

describe('room', () => {
  it('that is full leads to the plans', async () => {
    answers('get', '/api/usage/quota', quota(0));
    shelf();
    await page();
    expect(await screen.findByText('No room for more')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the plans' })).toHaveAttribute('href', '/billing');
  });

  it('that is nearly full is told early', async () => {
    answers('get', '/api/usage/quota', quota(20));
    shelf();
    await page();
    expect(await screen.findByText(/there is room for 20 more of 500/)).toBeVisible();
  });
});
