export type Colour = readonly [red: number, green: number, blue: number];

/** What browsers answer for a colour; undefined for what is no plain one. */
export function parseColour(text: string): Colour | undefined {
  const [red, green, blue] = (/^rgba?\(([^)]*)\)$/.exec(text)?.[1] ?? '')
    .split(/[\s,/]+/)
    .map(Number)
    .filter(part => !Number.isNaN(part));
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
