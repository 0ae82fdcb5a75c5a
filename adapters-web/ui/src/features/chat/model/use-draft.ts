import { useSyncExternalStore } from 'react';
import { drafts } from './drafts';

export function useDraft(place: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(place));
  return [text, next => drafts.write(place, next)];
}
