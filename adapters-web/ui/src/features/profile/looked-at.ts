export type LookedAt = 'account' | 'conversation' | 'memory' | 'subscription' | 'quota' | 'other';

const BY_PREFIX: readonly (readonly [string, LookedAt])[] = [
  ['mem_', 'memory'],
  ['cnv_', 'conversation'],
  ['trn_', 'conversation'],
  ['sub_', 'subscription'],
  ['quota_', 'quota'],
  ['usr_', 'account'],
];

/** What was looked at, by the names that a look left: the closest thing that they name. */
export function lookedAt(target: string): LookedAt {
  const names = target.split(' ');
  return BY_PREFIX.find(([prefix]) => names.some(name => name.startsWith(prefix)))?.[1] ?? 'other';
}
