export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** From here on even a machine that guesses for years gets nowhere. */
const LONG = 20;
const FEW_CHARACTERS = 6;

export type Strength = 'empty' | 'short' | 'long' | 'repetitive' | 'fair' | 'strong';

/** How hard a password is to guess, roughly: length counts most. Whether it is known from a leak, the server finds out. */
export function strengthOf(password: string): Strength {
  const characters = Array.from(password);
  if (characters.length === 0) return 'empty';
  if (characters.length < SHORTEST_PASSWORD) return 'short';
  if (characters.length > LONGEST_PASSWORD) return 'long';
  if (new Set(characters).size < FEW_CHARACTERS) return 'repetitive';
  return characters.length >= LONG ? 'strong' : 'fair';
}

export function isAcceptable(password: string): boolean {
  return !['empty', 'short', 'long'].includes(strengthOf(password));
}
