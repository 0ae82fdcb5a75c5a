export const MEMORY_TIERS = ['STM', 'ITM', 'LTM'] as const;
export const MEMORY_KINDS = ['fact', 'reflection', 'exchange', 'note'] as const;
export const MEMORY_STATUSES = ['active', 'superseded', 'forgotten'] as const;
const SECTIONS = ['changes', 'files'] as const;

/** What of the memories is shown, and how; it stands in the address. What is left out is the usual. */
export interface MemoryView {
  q?: string;
  tier?: (typeof MEMORY_TIERS)[number];
  kind?: (typeof MEMORY_KINDS)[number];
  status?: 'superseded' | 'forgotten';
  look?: 'timeline';
  section?: (typeof SECTIONS)[number];
}

/** The view that an address asks for; what it can't mean is passed over. */
export function memoryView(search: Record<string, unknown>): MemoryView {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim() : '';
  const tier = MEMORY_TIERS.find(value => value === search.tier);
  const kind = MEMORY_KINDS.find(value => value === search.kind);
  const status = MEMORY_STATUSES.find(value => value === search.status);
  const section = SECTIONS.find(value => value === search.section);
  return {
    ...(q && { q }),
    ...(tier && { tier }),
    ...(kind && { kind }),
    ...(status && status !== 'active' && { status }),
    ...(search.look === 'timeline' && { look: 'timeline' as const }),
    ...(section && { section }),
  };
}
