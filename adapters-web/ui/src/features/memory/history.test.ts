import { describe, expect, it } from 'vitest';
import type { MemoryHistoryEvent } from './api/memory-history';
import { waysBack } from './history';

const story = (...events: [type: string, more?: Partial<MemoryHistoryEvent>][]) =>
  events.map(([type, more], sequence): MemoryHistoryEvent => ({
    type: `memory.${type}`,
    sequence,
    at: '2026-11-22T10:00:00Z',
    actor: 'member',
    ...more,
  }));

const ways = (...events: Parameters<typeof story>) => [...waysBack(story(...events))];

describe('what can be taken back', () => {
  it('is nothing of what was only stored and recalled', () => {
    expect(ways(['stored'], ['recalled'])).toEqual([]);
  });

  it('is the latest change, one at a time', () => {
    expect(ways(['stored'], ['revised'], ['revised'])).toEqual([[2, {}]]);
    expect(ways(['stored'], ['revised'], ['revised'], ['restored'])).toEqual([[1, {}]]);
    expect(ways(['stored'], ['revised'], ['restored'], ['recalled'])).toEqual([]);
  });

  it('is all that a run did, beside the last of it', () => {
    expect(ways(['stored'], ['promoted', { runId: 'run_1' }], ['supported', { runId: 'run_1' }])).toEqual([
      [2, { runId: 'run_1' }],
    ]);
  });

  it('is not what was taken back already', () => {
    expect(ways(['stored'], ['promoted', { runId: 'run_1' }], ['restored', { runId: 'run_1' }])).toEqual([]);
    expect(ways(['stored'], ['superseded', { runId: 'run_1' }], ['restored'])).toEqual([]);
  });

  it('is a forgetting, also one because a run was undone', () => {
    expect(ways(['stored', { runId: 'run_1' }], ['restored', { runId: 'run_1' }])).toEqual([]);
    expect(ways(['stored'], ['forgotten', { reason: 'undone', runId: 'run_2' }])).toEqual([[1, {}]]);
  });
});
