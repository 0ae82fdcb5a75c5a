import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Memory } from '@/shared/data/memories';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { OneMemoryPage } from './one-memory-page';

const MEMORY: Memory = {
  id: 'mem_1',
  tier: 'LTM',
  kind: 'fact',
  content: 'Ada is allergic to peanuts.',
  importance: 0.95,
  createdAt: '2026-11-01T10:00:00Z',
  occurredAt: '2026-10-31T10:00:00Z',
  lastRecalledAt: null,
  evidence: [{ conversationId: 'cnv_1', turnId: 'trn_7' }],
  status: 'active',
};

const CONVERSATION = {
  id: 'cnv_1',
  title: 'Dinner plans',
  turns: [
    { turnId: 'trn_7', prompt: 'No peanuts for me, please.', startedAt: '', status: 'completed', memoriesUsed: [] },
  ],
};

const at = '2026-11-01T10:00:00Z';
const STORED = {
  sequence: 0,
  type: 'memory.stored',
  at,
  actor: 'reflection',
  runId: 'run_1',
  tier: 'ITM',
  content: 'x',
};

const page = () => show(<OneMemoryPage />, { path: '/memory/$memoryId', at: '/memory/mem_1' });

function memory(change: Partial<Memory> = {}) {
  answers('get', '/api/memory/memories/mem_1', { ...MEMORY, ...change });
}

function history(...events: object[]) {
  answers('get', '/api/memory/memories/mem_1/history', { events } as never);
}

beforeEach(async () => {
  memory();
  history(STORED);
  answers('get', '/api/intelligence/conversations/cnv_1', CONVERSATION);
  answers('get', '/api/usage/quota', {});
  await logIn();
});

describe('a memory', () => {
  it('says what it is, and how important', async () => {
    await page();
    expect(await screen.findByText(MEMORY.content)).toBeVisible();
    const facts = screen.getAllByRole('definition').map(fact => fact.textContent);
    expect(facts).toEqual(expect.arrayContaining(['Long-term', 'Fact', 'Very important', 'Not yet']));
  });

  it('leads to the very message that it comes from', async () => {
    await page();
    expect(await screen.findByText('Dinner plans')).toBeVisible();
    expect(screen.getByText('No peanuts for me, please.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the message' })).toHaveAttribute('href', '/chat/cnv_1#trn_7');
  });

  it('says when the conversation is gone', async () => {
    server.use(http.get('*/api/intelligence/conversations/cnv_1', () => problem(404, 'not_found')));
    await page();
    expect(await screen.findByText('A conversation that is not there any more')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Go to the message' })).toBeNull();
  });

  it('that its member wrote down says so', async () => {
    memory({ evidence: [] });
    await page();
    expect(await screen.findByText(/No message stands behind it/)).toBeVisible();
  });

  it('that is not there says so', async () => {
    server.use(http.get('*/api/memory/memories/mem_1', () => problem(404, 'not_found')));
    await page();
    expect(await screen.findByText('That is not there, or not yours.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All memories' })).toHaveAttribute('href', '/memory');
  });

  it('that was replaced leads to its successor', async () => {
    memory({ status: 'superseded', supersededBy: 'mem_2' });
    await page();
    expect(await screen.findByText('Something newer has taken its place')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what replaced it' })).toHaveAttribute('href', '/memory/mem_2');
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('is deleted at once, and restored', async () => {
    server.use(
      http.delete('*/api/memory/memories/mem_1', () => {
        memory({ status: 'forgotten' });
        return new HttpResponse(null, { status: 204 });
      }),
      http.post('*/api/memory/memories/mem_1/restore', () => {
        memory();
        return HttpResponse.json(MEMORY);
      }),
    );
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('This is forgotten')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(screen.queryByText('This is forgotten')).toBeNull());
    expect(screen.getByRole('button', { name: 'Edit' })).toBeVisible();
  });

  it('is edited in place', async () => {
    server.use(
      http.patch('*/api/memory/memories/mem_1', () => {
        memory({ content: 'Ada is allergic to nuts.' });
        return HttpResponse.json({ ...MEMORY, content: 'Ada is allergic to nuts.' });
      }),
    );
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const field = await screen.findByLabelText('What is to be remembered');
    await user.clear(field);
    await user.type(field, 'Ada is allergic to nuts.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit this memory' })).toBeNull());
    expect(screen.getByText('Ada is allergic to nuts.')).toBeVisible();
  });
});

describe('its history', () => {
  it('is told in sentences, the latest first', async () => {
    history(
      STORED,
      { sequence: 1, type: 'memory.recalled', at, actor: 'chat', turnId: 'trn_9' },
      { sequence: 2, type: 'memory.promoted', at, actor: 'distillation', from: 'ITM', tier: 'LTM', runId: 'run_2' },
      { sequence: 3, type: 'memory.superseded', at, actor: 'reflection', other: 'mem_2', reason: 'contradicted' },
      { sequence: 4, type: 'memory.forgotten', at, actor: 'member', reason: 'member' },
      { sequence: 5, type: 'memory.unheard-of', at, actor: 'staff' },
    );
    await page();
    await screen.findByText('Deleted.');
    const told = screen.getAllByRole('listitem').filter(item => item.closest('ol'));
    expect(told.map(item => item.querySelector('p')?.textContent)).toEqual([
      'Changed.',
      'Deleted.',
      'Gave way to something newer that says otherwise.',
      'Moved from Intermediate to Long-term, as it was of use.',
      'Recalled in a chat.',
      'Learnt from your conversations (Intermediate).',
    ]);
    expect(told[0]).toHaveTextContent('By our staff');
    expect(told[1]).toHaveTextContent('By you');
    expect(told[4]).toHaveTextContent('By itself');
    expect(screen.getByRole('link', { name: 'See the other memory' })).toHaveAttribute('href', '/memory/mem_2');
  });

  it.each([
    ['a correction', { type: 'memory.revised', actor: 'member', content: 'y' }, 'Take this back', {}],
    [
      'what a run did',
      { type: 'memory.promoted', actor: 'distillation', from: 'ITM', tier: 'LTM', runId: 'run_2' },
      'Take back all that was done to it then',
      { runId: 'run_2' },
    ],
  ])('has a way back from %s', async (_, event, name, asked) => {
    history({ ...STORED, runId: undefined }, { sequence: 1, at, ...event });
    let body: unknown;
    server.use(
      http.post('*/api/memory/memories/mem_1/restore', async ({ request }) => {
        body = await request.json();
        return HttpResponse.json(MEMORY);
      }),
    );
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText('Taken back: it is as it was before.')).toBeVisible();
    expect(body).toEqual(asked);
  });

  it('says when the way back is closed', async () => {
    history(STORED, { sequence: 1, type: 'memory.revised', at, actor: 'member', content: 'y' });
    server.use(http.post('*/api/memory/memories/mem_1/restore', () => problem(409, 'changed_since')));
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take this back' }));
    expect(await screen.findAllByText(/This was changed meanwhile/)).not.toHaveLength(0);
  });
});
