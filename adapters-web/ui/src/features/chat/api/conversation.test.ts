import { describe, expect, it } from 'vitest';
import { newest, type Turn } from './conversation';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const turn = (turnId: string, status: Turn['status'], endedAt: string | null = null): Turn => ({
  turnId,
  prompt: '',
  status,
  memoriesUsed: [],
  startedAt: '2026-11-22T09:59:50Z',
  endedAt,
});
const of = (...turns: Turn[]) => ({ id: 'cnv_1', title: '', turns });

describe('a conversation as it is known', () => {
  it('is what the server tells', () => {
    const read = of(turn('a', 'completed'));
    expect(newest(read, undefined, NOW)).toBe(read);
    expect(newest(read, of(turn('a', 'started')), NOW)).toBe(read);
  });

  it('keeps what the server does not know yet', () => {
    const known = of(turn('a', 'completed'), turn('b', 'started'));
    expect(newest(of(turn('a', 'completed')), known, NOW).turns).toBe(known.turns);
    const ended = of(turn('a', 'completed', '2026-11-22T09:59:59Z'));
    expect(newest(of(turn('a', 'started')), ended, NOW).turns).toBe(ended.turns);
  });

  it('believes the server after a while', () => {
    const read = of(turn('a', 'completed'));
    const known = of(turn('a', 'completed'), turn('b', 'started'));
    expect(newest(read, known, NOW + 60_000)).toBe(read);
  });
});
