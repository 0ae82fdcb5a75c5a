import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcements } from './announcements';
import type { AnswerState, RunningAnswer } from './running-answer';

const WORDS = {
  begins: 'It begins.',
  code: 'Code.',
  ends: { complete: 'Complete.', stopped: 'Stopped.', failed: 'Failed.' },
};

/** An answer that says what a test says. */
function speaker() {
  let state: AnswerState = { phase: 'answering', text: '', position: 0, stopping: false, end: undefined };
  const listeners = new Set<() => void>();
  const answer = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
  } as unknown as RunningAnswer;
  const become = (change: Partial<AnswerState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return { answer, become };
}

describe('announcing an answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says whole sentences, one after the other, and its beginning and end', () => {
    const announcements = new Announcements();
    announcements.subscribe(() => undefined);
    const { answer, become } = speaker();
    announcements.follow(answer, WORDS);
    const said = () => announcements.snapshot().map(({ text }) => text);

    become({ text: 'Ferns gr' });
    expect(said()).toEqual(['It begins.']);
    become({ text: 'Ferns grow in the shade. They like' });
    become({ text: 'Ferns grow in the shade. They like water. And' });
    // Sentences that come too fast wait, and are said together.
    expect(said()).toEqual(['It begins.']);
    vi.advanceTimersByTime(1_500);
    expect(said()).toEqual(['It begins.', 'Ferns grow in the shade. They like water.']);
    become({ text: 'Ferns grow in the shade. They like water. And moss', phase: 'ended', end: 'complete' });
    vi.advanceTimersByTime(1_500);
    expect(said().at(-1)).toBe('And moss Complete.');
    vi.advanceTimersByTime(10_000);
    expect(said()).toHaveLength(3);
  });

  it('says when it was stopped', () => {
    const announcements = new Announcements();
    announcements.subscribe(() => undefined);
    const { answer, become } = speaker();
    announcements.follow(answer, WORDS);
    become({ phase: 'ended', end: 'stopped' });
    expect(announcements.snapshot().map(({ text }) => text)).toEqual(['Stopped.']);
  });

  it('falls silent when nobody listens any more', () => {
    const announcements = new Announcements();
    const leave = announcements.subscribe(() => undefined);
    const { answer, become } = speaker();
    announcements.follow(answer, WORDS);
    leave();
    become({ text: 'Ferns grow. ' });
    vi.advanceTimersByTime(5_000);
    expect(announcements.snapshot()).toEqual([]);
  });
});
