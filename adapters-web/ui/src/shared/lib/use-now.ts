import { useEffect, useState } from 'react';

const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;

/** The time, told again every so often until a moment has come. */
export function useNow(until: number, every = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  const over = now >= until;
  useEffect(() => {
    if (over) return;
    const timer = setTimeout(
      () => setNow(Date.now()),
      Math.min(Math.max(until - Date.now(), 0), every, LONGEST_TIMER_MILLIS),
    );
    return () => clearTimeout(timer);
  }, [until, every, over, now]);
  return now;
}
