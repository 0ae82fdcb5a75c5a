import type { Turn } from '../api/conversation';

/** Which of several versions stands at a place: the slot's last turn, and the first turn of the version to be shown. */
export type Chosen = Readonly<Record<string, string>>;

export interface Versions {
  /** The turn that stands there now, by which the place is known. */
  slot: string;
  /** The first turns of all versions, the oldest first. */
  heads: readonly string[];
  /** Which of them is shown. */
  index: number;
}

export interface ShownTurn {
  turn: Turn;
  /** There when the turn took the place of others, or was set aside by one that did. */
  versions: Versions | undefined;
  /** It was set aside: it can be read, and nothing more. */
  aside: boolean;
}

/**
 * The turns to be shown, in order. Those that were set aside are hidden, unless their version was chosen at the turn that
 * took their place; then they stand there, and what follows the newer version is hidden.
 */
export function shownTurns(turns: readonly Turn[], chosen: Chosen): ShownTurn[] {
  const setAsideBy = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (!turn.replacedBy) continue;
    const group = setAsideBy.get(turn.replacedBy);
    if (group) group.push(turn);
    else setAsideBy.set(turn.replacedBy, [turn]);
  }
  const known = new Set(turns.map(turn => turn.turnId));
  // A turn whose successor is not there has nobody to be hidden behind.
  const current = turns.filter(turn => !turn.replacedBy || !known.has(turn.replacedBy));
  return expand(current, false, undefined);

  function expand(line: readonly Turn[], aside: boolean, first: Versions | undefined): ShownTurn[] {
    const shown: ShownTurn[] = [];
    for (const [place, turn] of line.entries()) {
      const versions = place === 0 && first ? first : versionsAt(turn);
      const next = versions && versions !== first ? versions.heads[versions.index + 1] : undefined;
      if (versions && next) return [...shown, ...expand(setAsideBy.get(next) ?? [], true, versions)];
      shown.push({ turn, versions, aside });
    }
    return shown;
  }

  function versionsAt(turn: Turn): Versions | undefined {
    const heads = [turn.turnId];
    for (;;) {
      const before = setAsideBy.get(heads[0] ?? '')?.[0];
      if (!before || heads.includes(before.turnId)) break;
      heads.unshift(before.turnId);
    }
    if (heads.length === 1) return undefined;
    const wanted = heads.indexOf(chosen[turn.turnId] ?? '');
    return { slot: turn.turnId, heads, index: wanted === -1 ? heads.length - 1 : wanted };
  }
}

/** What has to be chosen for a turn to be shown; undefined when there is no such turn. */
export function chosenFor(turns: readonly Turn[], turnId: string): Chosen | undefined {
  const byId = new Map(turns.map(turn => [turn.turnId, turn]));
  const path: Record<string, string> = {};
  let turn = byId.get(turnId);
  if (!turn) return undefined;
  while (turn.replacedBy) {
    const by = turn.replacedBy;
    const head = turns.find(other => other.replacedBy === by);
    let slot = byId.get(by);
    // The place is known by the last one that took it in the same line.
    while (slot?.replacedBy && firstSetAsideBy(turns, slot.replacedBy) === slot.turnId)
      slot = byId.get(slot.replacedBy);
    if (!slot || !head) break;
    path[slot.turnId] ??= head.turnId;
    turn = slot;
  }
  return path;
}

function firstSetAsideBy(turns: readonly Turn[], by: string): string | undefined {
  return turns.find(turn => turn.replacedBy === by)?.turnId;
}
