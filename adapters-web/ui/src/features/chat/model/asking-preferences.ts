import { useSyncExternalStore } from 'react';
import { readSetting, writeSetting } from '@/shared/lib/settings';

/** How this browser's user likes to ask. */
export interface AskingPreferences {
  /** The model they chose; the server's default until they do. */
  model: string | undefined;
  /** For this visit only: who asks without memory means it for now. */
  useMemory: boolean;
}

let preferences: AskingPreferences | undefined;
const listeners = new Set<() => void>();

export function askingPreferences(): AskingPreferences {
  return (preferences ??= { model: readSetting('model') ?? undefined, useMemory: true });
}

export function changeAsking(change: Partial<AskingPreferences>): void {
  preferences = { ...askingPreferences(), ...change };
  if (change.model !== undefined) writeSetting('model', change.model);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAskingPreferences(): AskingPreferences {
  return useSyncExternalStore(subscribe, askingPreferences);
}
