import type { MemoryHistoryEvent } from './api/memory-history';

/** What can be taken back with an event: the latest change, or all that one run did. */
export interface WayBack {
  runId?: string;
}

const CHANGES = ['memory.revised', 'memory.superseded', 'memory.forgotten'];

/**
 * Which events of a history can be taken back, by their sequence. A change by the member is taken back one at a time, the
 * latest first; what a run did as a whole, beside the last event of it.
 */
export function waysBack(events: readonly MemoryHistoryEvent[]): Map<number, WayBack> {
  const changes: MemoryHistoryEvent[] = [];
  const runs = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'memory.restored') {
      const { runId } = event;
      if (runId) {
        runs.delete(runId);
        const left = changes.filter(change => change.runId !== runId);
        changes.splice(0, changes.length, ...left);
      } else {
        const undone = changes.pop();
        if (undone?.runId) runs.delete(undone.runId);
      }
      continue;
    }
    if (event.runId && !undoesRun(event)) runs.set(event.runId, event.sequence);
    if (CHANGES.includes(event.type)) changes.push(event);
  }
  const ways = new Map<number, WayBack>([...runs].map(([runId, sequence]) => [sequence, { runId }]));
  const latest = changes.at(-1);
  if (latest && !ways.has(latest.sequence)) ways.set(latest.sequence, {});
  return ways;
}

/** Here the run is the one that was undone, which is nothing to undo again. */
function undoesRun(event: MemoryHistoryEvent): boolean {
  return event.type === 'memory.forgotten' && event.reason === 'undone';
}
