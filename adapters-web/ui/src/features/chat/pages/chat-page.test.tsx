import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { event, LiveStream, streamOf, tokens } from '@/testing/streams';
import type { Turn } from '../api/conversation';
import { ChatPage } from './chat-page';

const amount = (limit: number, used: number) => ({ limit, used, reserved: 0, remaining: limit - used });
const quota = (used = 1) => ({
  tier: 'free',
  periodStart: '2026-11-22T00:00:00Z',
  resetsAt: new Date(Date.now() + 3 * 60 * 60 * 1000).toISOString(),
  resources: { tokens: amount(5000, 10), messages: amount(50, used), memories: amount(500, 1) },
  warnings: [],
});
const META = { conversationId: 'cnv_1', turnId: 'trn_new', model: 'llama', memoriesUsed: [] };
const done = (used = 2) => ({ finishReason: 'stop', usage: { inputTokens: 1, outputTokens: 1 }, quota: quota(used) });
const turn = (turnId: string, more: Partial<Turn> = {}): Turn => ({
  turnId,
  prompt: `Prompt ${turnId}`,
  reply: `Reply ${turnId}`,
  status: 'completed',
  finishReason: 'stop',
  memoriesUsed: [],
  startedAt: '2026-11-22T10:00:00Z',
  ...more,
});
const conversation = (...turns: Turn[]) => ({ id: 'cnv_1', title: 'Ferns', turns });
const summary = (id: string, title: string, updatedAt = new Date().toISOString()) => ({
  id,
  title,
  updatedAt,
  turnCount: 1,
});

/** Answers questions, and keeps what was asked. */
function asked(answer: () => Response): { message: string; replaces?: string; useMemory?: boolean; model?: string }[] {
  const bodies: { message: string }[] = [];
  server.use(
    http.post('*/api/intelligence/chat', async ({ request }) => {
      bodies.push((await request.json()) as { message: string });
      return answer();
    }),
  );
  return bodies;
}

const open = (at: string) => show(<ChatPage />, { path: '/chat/{-$conversationId}', at });
const field = () => screen.findByRole('textbox', { name: 'Your message' });

beforeEach(async () => {
  sessionStorage.clear();
  answers('get', '/api/usage/quota', quota());
  answers('get', '/api/intelligence/models', {
    models: [
      { id: 'llama', description: '', standIn: false },
      { id: 'mistral', description: '', standIn: false },
    ],
    default: 'llama',
  });
  answers('get', '/api/intelligence/conversations', { items: [summary('cnv_1', 'Ferns')], nextCursor: null });
  answers('get', '/api/intelligence/conversations/cnv_1', conversation(turn('trn_1'), turn('trn_2')));
  await logIn();
});

describe('a new conversation', () => {
  beforeEach(() => server.use(http.get('*/api/intelligence/conversations/cnv_1', () => problem(404, 'not_found'))));

  it('greets, begins with a starter, and gets an address of its own', async () => {
    const stream = new LiveStream();
    const bodies = asked(() => stream.response);
    const { user, path } = await open('/chat');
    expect(await screen.findByText('Hello, Ada.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Ask what I know/ }));
    expect(await screen.findByText('Thinking …')).toBeVisible();
    stream.write(event('meta', META) + tokens(['I know ', '**ferns**']));
    await waitFor(() => expect(path()).toBe('/chat/cnv_1'));
    expect(await screen.findByText('ferns')).toBeVisible();
    stream.write(event('done', done(7)));
    expect(await screen.findByRole('button', { name: 'Good answer' })).toBeVisible();
    expect(await screen.findByText('43 messages left today')).toBeVisible();
    expect(bodies).toMatchObject([{ message: 'What do you remember about me so far?', useMemory: true }]);
  });

  it('keeps the focus and what is typed meanwhile', async () => {
    const stream = new LiveStream();
    asked(() => stream.response);
    const { user, path } = await open('/chat');
    await user.type(await field(), 'Hello{Enter}');
    await user.type(await field(), 'And then');
    stream.write(event('meta', META));
    await waitFor(() => expect(path()).toBe('/chat/cnv_1'));
    expect(await field()).toHaveValue('And then');
    expect(await field()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText(/One answer at a time/)).toBeVisible();
    expect(await field()).toHaveValue('And then');
  });
});

describe('the composer', () => {
  it('sends with Enter, breaks the line with Shift and Enter', async () => {
    const bodies = asked(() => streamOf(event('meta', META), event('done', done())));
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'one{Shift>}{Enter}{/Shift}two{Enter}');
    await waitFor(() => expect(bodies).toMatchObject([{ message: 'one\ntwo', conversationId: 'cnv_1' }]));
    expect(await field()).toHaveValue('');
  });

  it('leaves Enter to who composes characters with it', async () => {
    const bodies = asked(() => streamOf(event('meta', META)));
    await open('/chat/cnv_1');
    const input = await field();
    fireEvent.change(input, { target: { value: 'にほん' } });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(input).toHaveValue('にほん');
    expect(bodies).toEqual([]);
  });

  it('says why nothing was sent', async () => {
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), '{Enter}');
    expect(screen.getByText('Write something first.')).toBeVisible();
    fireEvent.change(await field(), { target: { value: 'x'.repeat(31_000) } });
    expect(await screen.findByText('1000 characters left')).toBeVisible();
    fireEvent.change(await field(), { target: { value: 'x'.repeat(32_001) } });
    expect(await screen.findByText('1 character too many')).toBeVisible();
    await user.type(await field(), '{Enter}');
    expect(await field()).toBeInvalid();
  });

  it('keeps a draft for each conversation', async () => {
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Half a');
    await user.click(screen.getAllByRole('link', { name: 'New chat' })[0]!);
    expect(await screen.findByText('Hello, Ada.')).toBeVisible();
    expect(await field()).toHaveValue('');
    await user.click(screen.getByRole('link', { name: 'Ferns' }));
    expect(await screen.findByText('Reply trn_1')).toBeVisible();
    expect(await field()).toHaveValue('Half a');
  });

  it('asks the chosen model, with memory or without', async () => {
    const bodies = asked(() => streamOf(event('meta', META), event('done', done())));
    const { user } = await open('/chat/cnv_1');
    await user.click(await screen.findByRole('button', { name: 'Model: llama' }));
    await user.click(await screen.findByRole('menuitemradio', { name: /mistral/ }));
    await user.click(screen.getByRole('switch', { name: 'Use memory' }));
    await user.type(await field(), 'Hi{Enter}');
    await waitFor(() => expect(bodies).toMatchObject([{ message: 'Hi', model: 'mistral', useMemory: false }]));
    await user.click(screen.getByRole('switch', { name: 'Use memory' }));
  });
});

describe('an answer', () => {
  it('can be stopped with Esc, and what was said stays', async () => {
    const stream = new LiveStream();
    asked(() => stream.response);
    server.use(
      http.post('*/api/intelligence/chat/trn_new/cancel', () => {
        stream.write(event('done', { ...done(), finishReason: 'interrupted' }));
        return new HttpResponse(null, { status: 202 });
      }),
    );
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Hi{Enter}');
    stream.write(event('meta', META) + tokens(['Half an']));
    expect(await screen.findByText('Half an')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('You stopped this answer.')).toBeVisible();
    expect(screen.getByText('Half an')).toBeVisible();
    expect(await field()).toHaveFocus();
  });

  it('goes on after a reload', async () => {
    const stream = new LiveStream();
    answers(
      'get',
      '/api/intelligence/conversations/cnv_1',
      conversation(turn('trn_1', { status: 'started', reply: null })),
    );
    server.use(http.get('*/api/intelligence/chat/trn_1/stream', () => stream.response));
    await open('/chat/cnv_1');
    expect(await screen.findByRole('button', { name: 'Stop the answer' })).toBeVisible();
    stream.write(event('meta', { ...META, turnId: 'trn_1' }) + tokens(['Still ', 'here']) + event('done', done()));
    expect(await screen.findByText('Still here')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Send' })).toBeVisible();
  });

  it('that failed says why, and can be asked for again', async () => {
    const bodies = asked(() => streamOf(event('meta', META), event('error', { code: 'model_timeout', status: 504 })));
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Hi{Enter}');
    expect(await screen.findByText('There is no answer.')).toBeVisible();
    expect(screen.getByText('The model took too long to answer.')).toBeVisible();
    const again = await screen.findAllByRole('button', { name: 'Ask again' });
    await user.click(again.at(-1)!);
    await waitFor(() => expect(bodies[1]).toMatchObject({ message: 'Hi', replaces: 'trn_new' }));
  });

  it('is rated at once, and a comment goes after it', async () => {
    const ratings: unknown[] = [];
    server.use(
      http.put('*/api/intelligence/turns/trn_2/rating', async ({ request }) => {
        ratings.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await open('/chat/cnv_1');
    const last = (await screen.findAllByRole('button', { name: 'Bad answer' })).at(-1)!;
    await user.click(last);
    expect(last).toHaveAttribute('aria-pressed', 'true');
    await user.click(await screen.findByRole('button', { name: 'Say more' }));
    await user.type(await screen.findByRole('textbox', { name: /good or bad/ }), 'Too long');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(ratings).toEqual([{ rating: 'down' }, { rating: 'down', comment: 'Too long' }]));
  });

  it('takes a rating back that the server did not hear', async () => {
    server.use(http.put('*/api/intelligence/turns/trn_2/rating', () => HttpResponse.error()));
    const { user } = await open('/chat/cnv_1');
    const last = (await screen.findAllByRole('button', { name: 'Good answer' })).at(-1)!;
    await user.click(last);
    expect((await screen.findAllByText(/The server does not answer/))[0]).toBeVisible();
    expect(last).toHaveAttribute('aria-pressed', 'false');
  });

  it('shows the memories that were used, and says when one was forgotten', async () => {
    const memoriesUsed = [
      { id: 'mem_1', tier: 'LTM' as const, score: 0.9 },
      { id: 'mem_2', tier: 'STM' as const, score: 0.5 },
    ];
    answers('get', '/api/intelligence/conversations/cnv_1', conversation(turn('trn_1', { memoriesUsed })));
    answers('get', '/api/memory/memories/mem_1', {
      id: 'mem_1',
      tier: 'LTM',
      kind: 'fact',
      content: 'Ada likes <b>ferns</b>',
      importance: 1,
      status: 'active',
      createdAt: '2026-11-01T10:00:00Z',
      occurredAt: '2026-11-01T10:00:00Z',
      evidence: [{ conversationId: 'cnv_9', turnId: 'trn_9' }],
    });
    server.use(http.get('*/api/memory/memories/mem_2', () => problem(404, 'not_found')));
    const { user } = await open('/chat/cnv_1');
    await user.click(await screen.findByRole('button', { name: 'A memory that was used, Long-term' }));
    expect(await screen.findByText('Ada likes <b>ferns</b>')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the message' })).toHaveAttribute('href', '/chat/cnv_9#trn_9');
    expect(screen.getByRole('link', { name: 'Open it in your memory' })).toHaveAttribute('href', '/memory/mem_1');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'A memory that was used, Short-term' }));
    expect(await screen.findByText('This memory has been forgotten meanwhile.')).toBeVisible();
  });

  it('is announced apart from the text that is seen', async () => {
    const stream = new LiveStream();
    asked(() => stream.response);
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Hi{Enter}');
    stream.write(event('meta', META) + tokens(['Ferns like shade. ', 'And']));
    expect(await screen.findByText('The answer begins. Ferns like shade.')).toBeInTheDocument();
    expect(screen.getByRole('log', { name: 'Messages' })).toHaveAttribute('aria-live', 'off');
  });
});

describe('a question', () => {
  it('that was edited takes the place of the old one, which can be looked at', async () => {
    const stream = new LiveStream();
    const bodies = asked(() => stream.response);
    const { user } = await open('/chat/cnv_1');
    await user.click((await screen.findAllByRole('button', { name: 'Edit and send again' }))[0]!);
    const editor = await screen.findByRole('textbox', { name: 'Edit your message' });
    expect(editor).toHaveFocus();
    await user.type(editor, ', please{Enter}');
    expect(await screen.findByText('Prompt trn_1, please')).toBeVisible();
    expect(screen.queryByText('Reply trn_2')).not.toBeInTheDocument();
    stream.write(event('meta', META) + tokens(['Better']) + event('done', done()));
    expect(await screen.findByText('2 of 2')).toBeVisible();
    expect(bodies).toMatchObject([{ message: 'Prompt trn_1, please', replaces: 'trn_1' }]);
    await user.click(screen.getByRole('button', { name: 'Earlier version' }));
    expect(await screen.findByText('Reply trn_1')).toBeVisible();
    expect(screen.getByText('Reply trn_2')).toBeVisible();
    expect(screen.queryByText('Better')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ask again' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Later version' }));
    expect(await screen.findByText('Better')).toBeVisible();
  });

  it('that was edited and refused is there to be edited again', async () => {
    asked(() => problem(422, 'policy_blocked', { detail: 'No harm.' }));
    const { user } = await open('/chat/cnv_1');
    await user.click((await screen.findAllByRole('button', { name: 'Edit and send again' }))[1]!);
    await user.type(await screen.findByRole('textbox', { name: 'Edit your message' }), '!{Enter}');
    expect(await screen.findByText(/This can’t be answered here: No harm./)).toBeVisible();
    expect(await screen.findByRole('textbox', { name: 'Edit your message' })).toHaveValue('Prompt trn_2!');
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Reply trn_2')).toBeVisible();
  });

  it('that was not taken comes back into the composer', async () => {
    asked(() =>
      HttpResponse.json({ code: 'rate_limited', status: 429 }, { status: 429, headers: { 'Retry-After': '30' } }),
    );
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Too fast{Enter}');
    expect(await screen.findByText(/You can send again in (30|29) seconds/)).toBeVisible();
    expect(await field()).toHaveValue('Too fast');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/You can send again/)).not.toBeInTheDocument();
  });

  it('beyond the allowance leads to a calm word, and stays', async () => {
    const resetsAt = new Date(Date.now() + 2 * 60 * 60 * 1000).toISOString();
    asked(() => problem(429, 'quota_exceeded', { resource: 'messages', limit: 50, used: 50, resetsAt }));
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'One more{Enter}');
    expect(await screen.findByRole('heading', { name: 'That is all for today' })).toBeVisible();
    expect(screen.getByText('You have used all 50 messages of your plan for today.')).toBeVisible();
    expect(screen.getByText(/It goes on in (2|1) hours?/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the plans' })).toHaveAttribute('href', '/billing');
    expect(await field()).toHaveValue('One more');
  });

  it('is not sent while there is no network', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { user } = await open('/chat/cnv_1');
    await user.type(await field(), 'Hello?{Enter}');
    expect(await screen.findByText(/Check your connection/)).toBeVisible();
    expect(await field()).toHaveValue('Hello?');
    online.mockRestore();
  });

  it('is shown as it was written', async () => {
    answers(
      'get',
      '/api/intelligence/conversations/cnv_1',
      conversation(turn('trn_1', { prompt: '**a** <img src=x>' })),
    );
    await open('/chat/cnv_1');
    expect(await screen.findByText('**a** <img src=x>')).toBeVisible();
  });
});

describe('a link to a message', () => {
  it('marks it, also when it was set aside', async () => {
    answers(
      'get',
      '/api/intelligence/conversations/cnv_1',
      conversation(turn('trn_1', { replacedBy: 'trn_2' }), turn('trn_2')),
    );
    await open('/chat/cnv_1#trn_1');
    expect(await screen.findByText('The linked message')).toBeInTheDocument();
    expect(screen.getByText('Reply trn_1')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('article', { name: 'Message 1' })).toHaveFocus());
  });

  it('into a conversation that is gone says so', async () => {
    server.use(http.get('*/api/intelligence/conversations/cnv_1', () => problem(404, 'not_found')));
    await open('/chat/cnv_1');
    expect(await screen.findByText(/This conversation is not there any more/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Start a new one' })).toBeVisible();
  });
});

describe('the list of conversations', () => {
  it('is grouped by day, marks the current one, and asks for more', async () => {
    const old = summary('cnv_2', 'Mosses', '2020-03-01T12:00:00Z');
    server.use(
      http.get('*/api/intelligence/conversations', ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'next'
            ? { items: [old], nextCursor: null }
            : { items: [summary('cnv_1', 'Ferns')], nextCursor: 'next' },
        ),
      ),
    );
    const { user } = await open('/chat/cnv_1');
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ferns' })).toHaveAttribute('aria-current', 'page');
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Mosses' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Mar 1, 2020' })).toBeVisible();
  });

  it('is searched by the server', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/api/intelligence/conversations', ({ request }) => {
        const q = new URL(request.url).searchParams.get('q');
        asked.push(q);
        return HttpResponse.json({ items: q ? [] : [summary('cnv_1', 'Ferns')], nextCursor: null });
      }),
    );
    const { user } = await open('/chat');
    await screen.findByRole('link', { name: 'Ferns' });
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'orchid');
    expect(await screen.findByText('Nothing found')).toBeVisible();
    expect(asked.filter(Boolean)).toEqual(['orchid']);
  });

  it('renames at once, and takes it back when that fails', async () => {
    let fails = false;
    let title = 'Ferns';
    server.use(
      http.get('*/api/intelligence/conversations', () =>
        HttpResponse.json({ items: [summary('cnv_1', title)], nextCursor: null }),
      ),
      http.patch('*/api/intelligence/conversations/cnv_1', async ({ request }) => {
        if (fails) return HttpResponse.error();
        ({ title } = (await request.json()) as { title: string });
        return HttpResponse.json(summary('cnv_1', title));
      }),
    );
    const { user } = await open('/chat/cnv_1');
    const rename = async (from: string, to: string) => {
      await user.click(await screen.findByRole('button', { name: `What to do with “${from}”` }));
      await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
      const name = await screen.findByRole('textbox', { name: 'New name' });
      await waitFor(() => expect(name).toHaveFocus());
      await user.clear(name);
      await user.type(name, `${to}{Enter}`);
    };
    await rename('Ferns', 'Green things');
    expect(await screen.findByRole('link', { name: 'Green things' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Green things' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'What to do with “Green things”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    await user.type(await screen.findByRole('textbox', { name: 'New name' }), ' and more{Escape}');
    expect(screen.getByRole('link', { name: 'Green things' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'What to do with “Green things”' })).toHaveFocus();
    fails = true;
    await rename('Green things', 'Other');
    expect((await screen.findAllByText(/The server does not answer/))[0]).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Green things' })).toBeVisible();
  });

  it('deletes after asking, and leaves what is gone', async () => {
    const deleted = vi.fn();
    server.use(
      http.delete('*/api/intelligence/conversations/cnv_1', () => {
        deleted();
        answers('get', '/api/intelligence/conversations', { items: [], nextCursor: null });
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, path } = await open('/chat/cnv_1');
    await user.click(await screen.findByRole('button', { name: 'What to do with “Ferns”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const question = await screen.findByRole('alertdialog', { name: 'Delete this conversation?' });
    expect(deleted).not.toHaveBeenCalled();
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(path()).toBe('/chat'));
    expect(await screen.findByText('Nothing yet')).toBeVisible();
    expect(deleted).toHaveBeenCalledOnce();
  });

  it('saves a conversation as a file', async () => {
    const wanted = vi.fn();
    server.use(
      http.get('*/api/intelligence/conversations/cnv_1/export', ({ request }) => {
        wanted(new URL(request.url).searchParams.get('format'));
        return HttpResponse.text('# Ferns');
      }),
    );
    URL.createObjectURL = () => 'blob:x';
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      wanted(this.download);
    });
    const { user } = await open('/chat/cnv_1');
    await user.click(await screen.findByRole('button', { name: 'What to do with “Ferns”' }));
    click.mockClear();
    await user.click(await screen.findByRole('menuitem', { name: 'Export as text' }));
    await waitFor(() => expect(wanted.mock.calls).toEqual([['markdown'], ['Ferns.md']]));
  });

  it('says when it can’t be loaded', async () => {
    server.use(http.get('*/api/intelligence/conversations', () => HttpResponse.error()));
    const { user } = await open('/chat');
    const list = await screen.findByRole('navigation', { name: 'Conversations' });
    await within(list).findByRole('alert');
    answers('get', '/api/intelligence/conversations', { items: [summary('cnv_1', 'Ferns')], nextCursor: null });
    await user.click(within(list).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Ferns' })).toBeVisible();
  });
});
