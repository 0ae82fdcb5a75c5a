import { type Colour, contrast, parseColour } from './contrast';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What is read on what, and the contrast that it has to have. */
export const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['ink', 'paper', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'sunken', 4.5],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'surface', 4.5],
  ['ink-soft', 'sunken', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'surface', 4.5],
  ['accent-strong', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['ink', 'accent-soft', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['ink', 'warn-soft', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['ink', 'danger-soft', 4.5],
  ['on-danger', 'danger', 4.5],
  ['line-strong', 'surface', 3],
  ['focus', 'paper', 3],
];

/** What the browser makes of a token. */
function colourOf(token: string, scheme: Scheme): Colour | undefined {
  const probe = document.createElement('i');
  probe.style.colorScheme = scheme;
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const colour = parseColour(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** The contrast of a pair as it is now; undefined where the browser does not say. */
export function contrastOf(front: string, back: string, scheme: Scheme): number | undefined {
  const [one, other] = [colourOf(front, scheme), colourOf(back, scheme)];
  return one && other && contrast(one, other);
}
