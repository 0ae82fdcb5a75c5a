export type Importance = 'minor' | 'ordinary' | 'important' | 'vital';

/** What was judged as a number from 0 to 1, as people say it. */
export function importanceOf(value: number): Importance {
  if (value < 0.4) return 'minor';
  if (value < 0.7) return 'ordinary';
  return value < 0.9 ? 'important' : 'vital';
}
