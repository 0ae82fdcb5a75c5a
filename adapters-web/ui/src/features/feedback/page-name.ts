const ID = /^[a-z]+_[0-9a-z_-]{8,}$/i;

/** Where somebody is, without saying which conversation or memory they look at. */
export function pageName(path: string): string {
  return path
    .split('/')
    .map(part => (ID.test(part) ? '…' : part))
    .join('/')
    .slice(0, 200);
}
