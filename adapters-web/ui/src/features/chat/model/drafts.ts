import { session } from '@/shared/session';

const PREFIX = 'nova.draft.';

/** What was typed and not sent yet, by place, for as long as this tab lives. */
class Drafts {
  private readonly listeners = new Set<() => void>();

  constructor() {
    session.subscribe(() => {
      const state = session.snapshot();
      // Who logged out is gone; who was logged out comes back for what they typed.
      if (state.status === 'visitor' && !state.ended) this.clear();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read(place: string): string {
    return sessionStorage.getItem(nameOf(place)) ?? '';
  }

  write(place: string, text: string): void {
    if (text) sessionStorage.setItem(nameOf(place), text);
    else sessionStorage.removeItem(nameOf(place));
    this.tell();
  }

  /** Puts a text back that was not taken, before what was typed since. */
  putBack(place: string, text: string): void {
    const since = this.read(place);
    this.write(place, since && since !== text ? `${text}\n\n${since}` : text);
  }

  /** What is typed while a new conversation gets its name goes on in it. */
  move(from: string, to: string): void {
    const text = this.read(from);
    this.write(from, '');
    if (text) this.write(to, text);
  }

  private clear(): void {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function nameOf(place: string): string {
  const state = session.snapshot();
  return `${PREFIX}${state.status === 'member' ? state.user.id : ''}.${place}`;
}

export const drafts = new Drafts();
