const LEAF = 'M0 0C-2-16 9-31 31-36 35-15 21 1 0 0Z';

/** The places of the leaves along the stem: where, how turned, how large. */
const LEAVES: readonly (readonly [x: number, y: number, turn: number, size: number])[] = [
  [60, 262, 12, 1],
  [58, 236, -86, 0.95],
  [60, 196, 6, 1.05],
  [61, 168, -92, 0.9],
  [65, 128, 0, 0.9],
  [66, 104, -96, 0.75],
  [73, 66, -8, 0.7],
  [75, 52, -98, 0.55],
  [83, 26, -38, 0.5],
];

/** A twig with leaves, in the colour of the text around it. Nothing but decoration. */
export function Sprig({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 130 320" aria-hidden="true" className={className}>
      <path
        d="M58 320C56 250 56 190 63 136 67 100 72 66 84 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      {LEAVES.map(([x, y, turn, size]) => (
        <path key={y} d={LEAF} fill="currentColor" transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`} />
      ))}
    </svg>
  );
}
