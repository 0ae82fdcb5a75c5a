import type { KeyboardEvent } from 'react';

/** Safari says that a composition has ended before it tells of the key that ended it, with this code. */
const COMPOSING = 229;

/** Whether a key means "send": Enter alone, but not the one that accepts what an input method offers. */
export function sends(event: KeyboardEvent): boolean {
  // Nothing else tells of it there.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { isComposing, keyCode } = event.nativeEvent;
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !isComposing && keyCode !== COMPOSING;
}
