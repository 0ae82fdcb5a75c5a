import type { ReactNode } from 'react';

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 160 140" aria-hidden="true" className="h-32 w-36 shrink-0 sm:h-40 sm:w-46" fill="none">
      {children}
    </svg>
  );
}

const LEAF = 'M0 0C-2-12 7-23 24-27 27-11 16 1 0 0Z';

function Leaf({
  at,
  turn = 0,
  size = 1,
  soft,
}: {
  at: [number, number];
  turn?: number;
  size?: number;
  soft?: boolean;
}) {
  return (
    <path
      d={LEAF}
      transform={`translate(${at[0]} ${at[1]}) rotate(${turn}) scale(${size})`}
      className={soft ? 'fill-accent-soft stroke-accent' : 'fill-accent'}
      strokeWidth={1.6 / size}
    />
  );
}

/** Three plants of three ages, with roots as deep as they are old. */
export function ThreeAges() {
  return (
    <Drawing>
      <path d="M6 92H154" className="stroke-line-strong" strokeWidth="2" strokeLinecap="round" />
      <g className="stroke-accent" strokeWidth="2.4" strokeLinecap="round">
        <path d="M26 92V76" />
        <path d="M70 92V56" />
        <path d="M122 92C121 66 123 44 122 22" strokeWidth="3.4" />
      </g>
      <g className="stroke-warn" strokeWidth="1.8" strokeLinecap="round">
        <path d="M26 92V98" />
        <path d="M70 92C69 100 71 104 70 112M70 98C75 102 77 104 78 109M70 100C65 103 63 106 62 110" />
        <path d="M122 92C121 106 123 116 122 134M122 99C131 103 137 111 140 122M122 101C113 106 107 113 104 125M122 112C127 116 130 121 131 129M122 114C117 118 115 122 113 130" />
      </g>
      <Leaf at={[26, 79]} turn={-4} size={0.5} soft />
      <Leaf at={[26, 80]} turn={-88} size={0.42} soft />
      <Leaf at={[70, 60]} turn={-14} size={0.72} soft />
      <Leaf at={[70, 70]} turn={-92} size={0.66} soft />
      <Leaf at={[70, 80]} turn={8} size={0.56} soft />
      <Leaf at={[122, 28]} turn={-42} size={0.9} />
      <Leaf at={[122, 42]} turn={6} />
      <Leaf at={[122, 44]} turn={-96} size={0.95} />
      <Leaf at={[122, 62]} turn={12} size={0.95} />
      <Leaf at={[122, 66]} turn={-100} size={0.9} />
    </Drawing>
  );
}

/** A leaf that hangs by a thread from the very line it grew out of. */
export function Thread() {
  return (
    <Drawing>
      <rect x="14" y="16" width="92" height="106" rx="10" className="fill-surface stroke-line-strong" strokeWidth="2" />
      <g className="stroke-line-strong" strokeWidth="3" strokeLinecap="round">
        <path d="M28 36H78M28 50H90M28 92H84M28 106H66" />
      </g>
      <rect x="24" y="62" width="72" height="18" rx="5" className="fill-accent-soft" />
      <path d="M30 71H88" className="stroke-accent" strokeWidth="3.4" strokeLinecap="round" />
      <path
        d="M96 71C124 71 104 108 126 106"
        className="stroke-accent"
        strokeWidth="2"
        strokeDasharray="1 5"
        strokeLinecap="round"
      />
      <circle cx="96" cy="71" r="3.6" className="fill-accent" />
      <Leaf at={[124, 107]} turn={-18} size={1.3} />
      <path d="M124 107L142 80" className="stroke-surface" strokeWidth="1.4" strokeLinecap="round" />
    </Drawing>
  );
}

/** A leaf that comes back the way it went. */
export function TheWayBack() {
  return (
    <Drawing>
      <path
        d="M34 82A48 48 0 1 1 82 122"
        className="stroke-line-strong"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeDasharray="2 7"
      />
      <path
        d="M21 72L34 87 48 74"
        className="stroke-accent"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M66 106C66 98 68 92 72 84" className="stroke-accent" strokeWidth="2.6" strokeLinecap="round" />
      <Leaf at={[70, 90]} size={1.8} />
      <path d="M72 86L100 54" className="stroke-on-accent" strokeWidth="1.4" strokeLinecap="round" opacity="0.7" />
    </Drawing>
  );
}

/** A plant under glass, on a machine at home. */
export function UnderGlass() {
  return (
    <Drawing>
      <path
        d="M38 92V54C38 29 56 12 80 12S122 29 122 54V92Z"
        className="fill-accent-soft stroke-accent"
        strokeWidth="2.4"
        strokeLinejoin="round"
      />
      <circle cx="80" cy="9" r="4" className="fill-accent" />
      <path d="M50 62C50 44 58 32 70 26" className="stroke-surface" strokeWidth="4" strokeLinecap="round" />
      <path d="M80 92C79 76 82 62 80 46" className="stroke-accent" strokeWidth="2.8" strokeLinecap="round" />
      <Leaf at={[80, 52]} turn={-40} size={0.75} />
      <Leaf at={[80, 66]} turn={4} size={0.95} />
      <Leaf at={[80, 70]} turn={-94} size={0.9} />
      <rect x="22" y="92" width="116" height="34" rx="8" className="fill-surface stroke-ink-soft" strokeWidth="2.2" />
      <path d="M38 109H76" className="stroke-line-strong" strokeWidth="3" strokeLinecap="round" />
      <circle cx="110" cy="109" r="3.4" className="fill-accent" />
      <circle cx="122" cy="109" r="3.4" className="fill-line-strong" />
    </Drawing>
  );
}
