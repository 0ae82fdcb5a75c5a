export type Greeting = 'morning' | 'day' | 'evening' | 'night';

/** How to greet at an hour of the reader's clock. */
export function greetingAt(hour: number): Greeting {
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}
