import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logIn } from '@/testing/render';
import { problem, server } from '@/testing/server';
import { event, LiveStream, streamOf, tokens } from '@/testing/streams';
import { type Course, type Outcome, type Patience, RunningAnswer } from './running-answer';

/** A loaded machine takes its time. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 8_000 });

const META = { conversationId: 'cnv_1', turnId: 'trn_1', model: 'llama', memoriesUsed: [] };
const DONE = { finishReason: 'stop', usage: { inputTokens: 3, outputTokens: 2 }, quota: {} };
const IMPATIENT: Patience = { silence: 2_000, firstPause: 5, longestPause: 10, trying: 3_000 };
const QUESTION: Course = { key: 'key-1', question: { message: 'Hi', useMemory: true } };

function running(course: Course = QUESTION, patience: Partial<Patience> = {}) {
  const outcome = {
    begun: vi.fn<Outcome['begun']>(),
    ended: vi.fn<Outcome['ended']>(),
    failed: vi.fn<Outcome['failed']>(),
    refused: vi.fn<Outcome['refused']>(),
    notStopped: vi.fn<Outcome['notStopped']>(),
  };
  const answer = new RunningAnswer(course, outcome, { ...IMPATIENT, ...patience });
  void answer.run();
  return { answer, outcome };
}

/** Plays the server: what it answers to the question, and then, each time, to who wants the rest. */
function plays(first: () => Response | Promise<Response>, ...rest: (() => Response)[]) {
  const heard = { keys: [] as (string | null)[], after: [] as (string | null)[], bodies: [] as unknown[] };
  server.use(
    http.post('*/api/intelligence/chat', async ({ request }) => {
      heard.keys.push(request.headers.get('Idempotency-Key'));
      heard.bodies.push(await request.json());
      return first();
    }),
    http.get('*/api/intelligence/chat/:turn/stream', ({ request }) => {
      heard.after.push(request.headers.get('Last-Event-ID'));
      return (rest.shift() ?? (() => HttpResponse.error()))();
    }),
  );
  return heard;
}

beforeEach(async () => {
  await logIn();
});

describe('a running answer', () => {
  it('grows to its end', async () => {
    const heard = plays(() => streamOf(event('meta', META), tokens(['Hel', 'lo']), event('done', DONE)));
    const { answer, outcome } = running();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello'));
    expect(outcome.begun).toHaveBeenCalledExactlyOnceWith(META);
    expect(answer.snapshot()).toMatchObject({ phase: 'ended', end: 'complete', text: 'Hello' });
    expect(heard.bodies).toEqual([{ message: 'Hi', useMemory: true, keepGoing: true }]);
  });

  it('shows what came since the last frame at once', async () => {
    const stream = new LiveStream();
    plays(() => stream.response);
    const { answer } = running();
    const texts = new Set<string>();
    answer.subscribe(() => texts.add(answer.snapshot().text));
    stream.write(event('meta', META) + tokens(Array.from({ length: 500 }, () => 'word ')));
    await eventually(() => expect(answer.snapshot().text).toHaveLength(2_500));
    expect(texts.size).toBeLessThan(10);
    answer.leave();
  });

  it('goes on after a lost connection with nothing twice and nothing missing', async () => {
    const heard = plays(
      () => streamOf(event('meta', META), tokens(['Hel', 'lo'])),
      // The server may begin earlier than asked, and cut the text elsewhere.
      () => streamOf(event('token', { text: 'Hel' }, 3), event('token', { text: 'lo th' }, 8)),
      () => streamOf(event('token', { text: 'ere' }, 11), event('done', DONE)),
    );
    const { outcome } = running();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello there'));
    expect(heard.after).toEqual(['5', '8']);
    expect(heard.keys).toHaveLength(1);
  });

  it('asks again for what is missing between two pieces', async () => {
    const heard = plays(
      () => streamOf(event('meta', META), tokens(['Hel']), event('token', { text: 'there' }, 11)),
      () => streamOf(tokens(['lo ', 'there'], 3), event('done', DONE)),
    );
    const { outcome } = running();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello there'));
    expect(heard.after).toEqual(['3']);
  });

  it('takes silence for a lost connection', async () => {
    const stream = new LiveStream();
    plays(
      () => stream.response,
      () => streamOf(tokens(['lo'], 3), event('done', DONE)),
    );
    stream.write(event('meta', META) + tokens(['Hel']));
    const { outcome } = running(QUESTION, { silence: 40 });
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello'));
  });

  it('asks with the same key when nobody answered', async () => {
    let times = 0;
    const heard = plays(() =>
      ++times < 3 ? HttpResponse.error() : streamOf(event('meta', META), tokens(['Hi']), event('done', DONE)),
    );
    const { outcome } = running();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hi'));
    expect(heard.keys).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('is refused when nobody answers for too long', async () => {
    plays(() => HttpResponse.error());
    const { outcome } = running(QUESTION, { trying: 20 });
    await eventually(() => expect(outcome.refused).toHaveBeenCalledOnce());
    expect(outcome.refused.mock.calls[0]?.[0]).toMatchObject({ code: 'unreachable' });
  });

  it('gives up after a while, and tries again when somebody asks for it', async () => {
    plays(
      () => streamOf(event('meta', META), tokens(['Hel'])),
      ...Array.from({ length: 40 }, () => () => HttpResponse.error()),
    );
    const { answer, outcome } = running(QUESTION, { trying: 30 });
    await eventually(() => expect(answer.snapshot().phase).toBe('givenUp'));
    expect(answer.snapshot().text).toBe('Hel');
    server.use(
      http.get('*/api/intelligence/chat/:turn/stream', () => streamOf(tokens(['lo'], 3), event('done', DONE))),
    );
    answer.tryAgain();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello'));
  });

  it('is refused in the words of the server, with nothing begun', async () => {
    plays(() => problem(422, 'policy_blocked', { principle: 'Do no harm' }));
    const { outcome } = running();
    await eventually(() => expect(outcome.refused).toHaveBeenCalledOnce());
    expect(outcome.refused.mock.calls[0]?.[0]).toMatchObject({ code: 'policy_blocked' });
    expect(outcome.begun).not.toHaveBeenCalled();
  });

  it('keeps what there is when the model breaks off', async () => {
    plays(() =>
      streamOf(event('meta', META), tokens(['Hel']), event('error', { code: 'model_failed', status: 502, detail: '' })),
    );
    const { answer, outcome } = running();
    await eventually(() => expect(outcome.failed).toHaveBeenCalledOnce());
    expect(outcome.failed.mock.calls[0]).toMatchObject([{ code: 'model_failed' }, 'Hel']);
    expect(answer.snapshot().end).toBe('failed');
  });

  it('goes on with another token when the time of its own is over', async () => {
    const heard = plays(
      () =>
        streamOf(
          event('meta', META),
          tokens(['Hel']),
          event('error', { code: 'token_invalid', status: 401, detail: '' }),
        ),
      () => streamOf(tokens(['lo'], 3), event('done', DONE)),
    );
    const { outcome } = running();
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello'));
    expect(heard.after).toEqual(['3']);
  });

  it('follows what was begun elsewhere from its beginning', async () => {
    const heard = plays(
      () => HttpResponse.error(),
      () => streamOf(event('meta', META), tokens(['Hello']), event('done', DONE)),
    );
    const { outcome } = running({ key: 'trn_1', turnId: 'trn_1' });
    await eventually(() => expect(outcome.ended).toHaveBeenCalledWith(DONE, 'Hello'));
    expect(heard.after).toEqual([null]);
    expect(outcome.begun).not.toHaveBeenCalled();
  });

  it('stops as soon as it is known what there is to stop', async () => {
    const stream = new LiveStream();
    plays(() => stream.response);
    const cancelled = vi.fn();
    server.use(
      http.post('*/api/intelligence/chat/:turn/cancel', ({ params }) => {
        cancelled(params.turn);
        stream.write(event('done', { ...DONE, finishReason: 'interrupted' }));
        return new HttpResponse(null, { status: 202 });
      }),
    );
    const { answer, outcome } = running();
    answer.stop();
    expect(answer.snapshot().stopping).toBe(true);
    stream.write(event('meta', META) + tokens(['Hel']));
    await eventually(() => expect(outcome.ended).toHaveBeenCalledOnce());
    expect(cancelled).toHaveBeenCalledExactlyOnceWith('trn_1');
    expect(answer.snapshot()).toMatchObject({ end: 'stopped', text: 'Hel' });
  });

  it('says when it could not be stopped', async () => {
    const stream = new LiveStream();
    plays(() => stream.response);
    server.use(http.post('*/api/intelligence/chat/:turn/cancel', () => HttpResponse.error()));
    const { answer, outcome } = running();
    stream.write(event('meta', META) + tokens(['Hel']));
    await eventually(() => expect(answer.snapshot().text).toBe('Hel'));
    answer.stop();
    await eventually(() => expect(outcome.notStopped).toHaveBeenCalledOnce());
    expect(answer.snapshot().stopping).toBe(false);
    answer.leave();
  });
});
