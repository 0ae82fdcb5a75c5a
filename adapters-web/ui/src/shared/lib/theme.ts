import { useSyncExternalStore } from 'react';
import { readSetting, writeSetting } from './settings';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function chosenTheme(): Theme {
  const chosen = readSetting('theme');
  return THEMES.find(theme => theme === chosen) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  writeSetting('theme', theme === 'system' ? null : theme);
  applyTheme();
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme that was chosen, wherever that was. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme);
}

export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
