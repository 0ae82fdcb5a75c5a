import { useEffect, useState } from 'react';

/** A value once it has rested: while it changes quickly, the one from before. */
export function useLate<T>(value: T, millis = 250): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return late;
}
