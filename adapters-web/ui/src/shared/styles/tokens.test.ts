import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/shared/styles/tokens.css', 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

/** How bright a colour is, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

const TEXT = 4.5;
const CONTROL = 3;

const PAIRS: [string, string, number][] = [
  ...['paper', 'surface', 'sunken', 'accent-soft', 'warn-soft', 'danger-soft'].map(
    ground => ['ink', ground, TEXT] as [string, string, number],
  ),
  ...['paper', 'surface', 'sunken'].map(ground => ['ink-soft', ground, TEXT] as [string, string, number]),
  ...['paper', 'surface', 'accent-soft'].map(ground => ['accent', ground, TEXT] as [string, string, number]),
  ['accent-strong', 'accent-soft', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['warn', 'warn-soft', TEXT],
  ['warn', 'surface', TEXT],
  ['danger', 'danger-soft', TEXT],
  ['danger', 'surface', TEXT],
  ['danger', 'paper', TEXT],
  ['on-danger', 'danger', TEXT],
  ...['paper', 'surface'].flatMap(ground =>
    ['line-strong', 'focus'].map(line => [line, ground, CONTROL] as [string, string, number]),
  ),
];

describe('the colours', () => {
  it.each(PAIRS)('%s can be told from %s by at least %s to 1, in light and dark', (front, ground, least) => {
    const pair = [colours.get(front), colours.get(ground)];
    for (const theme of ['light', 'dark'] as const) {
      expect(contrast(pair[0]![theme], pair[1]![theme]), theme).toBeGreaterThanOrEqual(least);
    }
  });
});
