/** What this browser remembers about how its user likes things. Nothing personal, nothing secret. */
export type Setting = 'language' | 'theme' | 'model';

export function readSetting(name: Setting): string | null {
  return localStorage.getItem(`nova.${name}`);
}

export function writeSetting(name: Setting, value: string | null): void {
  if (value === null) localStorage.removeItem(`nova.${name}`);
  else localStorage.setItem(`nova.${name}`, value);
}
