import { describe, expect, it } from 'vitest';
import type { Turn } from '../api/conversation';
import { setAside } from '../stream/cached-turns';
import { chosenFor, shownTurns } from './versions';

function turn(turnId: string, replacedBy: string | null = null): Turn {
  return {
    turnId,
    prompt: turnId,
    reply: turnId,
    status: 'completed',
    memoriesUsed: [],
    startedAt: '2026-11-22T10:00:00Z',
    replacedBy,
  };
}

const ids = (turns: readonly Turn[], chosen = {}) => shownTurns(turns, chosen).map(shown => shown.turn.turnId);

/** b and c were replaced by d, d and e by f. */
const TURNS = [turn('a'), turn('b', 'd'), turn('c', 'd'), turn('d', 'f'), turn('e', 'f'), turn('f'), turn('g')];

describe('versions of a conversation', () => {
  it('hides what was set aside', () => {
    expect(ids(TURNS)).toEqual(['a', 'f', 'g']);
    expect(shownTurns(TURNS, {})[1]?.versions).toEqual({ slot: 'f', heads: ['b', 'd', 'f'], index: 2 });
    expect(shownTurns(TURNS, {})[0]?.versions).toBeUndefined();
  });

  it('shows an earlier version in the place of what followed', () => {
    expect(ids(TURNS, { f: 'd' })).toEqual(['a', 'd', 'e']);
    expect(ids(TURNS, { f: 'b' })).toEqual(['a', 'b', 'c']);
    const [, first, second] = shownTurns(TURNS, { f: 'b' });
    expect(first).toMatchObject({ aside: true, versions: { slot: 'f', index: 0 } });
    expect(second).toMatchObject({ aside: true, versions: undefined });
  });

  it('shows versions within an earlier version', () => {
    const turns = [turn('a', 'd'), turn('b', 'c'), turn('c', 'd'), turn('d')];
    expect(ids(turns, { d: 'a' })).toEqual(['a', 'c']);
    expect(ids(turns, { d: 'a', c: 'b' })).toEqual(['a', 'b']);
  });

  it('shows what was set aside by something that is not there', () => {
    expect(ids([turn('a', 'gone')])).toEqual(['a']);
  });

  it.each(TURNS.map(({ turnId }) => turnId))('finds what to choose for a link to %s', linked => {
    expect(ids(TURNS, chosenFor(TURNS, linked))).toContain(linked);
  });

  it('finds what to choose for a link into a version within a version', () => {
    const turns = [turn('a', 'd'), turn('b', 'c'), turn('c', 'd'), turn('d')];
    expect(ids(turns, chosenFor(turns, 'b'))).toEqual(['a', 'b']);
    expect(chosenFor(turns, 'nowhere')).toBeUndefined();
  });

  it('sets aside a turn and all later ones that still counted', () => {
    expect(setAside([turn('a'), turn('b', 'x'), turn('c')], 'a', 'n').map(one => one.replacedBy)).toEqual([
      'n',
      'x',
      'n',
    ]);
    expect(setAside([turn('a')], undefined, 'n')[0]?.replacedBy).toBeNull();
  });
});
