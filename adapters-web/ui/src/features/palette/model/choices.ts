import type { LucideIcon } from 'lucide-react';

/** Something to go to or to do. */
export interface Choice {
  id: string;
  label: string;
  icon: LucideIcon;
  choose: () => void;
}

export interface ChoiceGroup {
  value: string;
  items: Choice[];
}

/** Those whose label has all words of a search, whatever their accents and case. */
export function matching(choices: readonly Choice[], search: string): Choice[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return choices.filter(({ label }) => words.every(word => folded(label).includes(word)));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
