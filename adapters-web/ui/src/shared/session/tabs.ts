import type { components } from '@/shared/api/schema';

export type User = components['schemas']['User'];

/** An access token, whose it is, and until when it is good (milliseconds since 1970, by this machine's clock). */
export interface Grant {
  token: string;
  goodUntil: number;
  user: User;
}

export type TabMessage = { kind: 'granted'; grant: Grant } | { kind: 'ended' } | { kind: 'asking' };

const CHANNEL = 'nova.session';
const REFRESHING = 'nova.session.refreshing';

/** What the tabs of one browser tell each other, so that one login is good for all and one logout ends all. */
export interface Tabs {
  tell(message: TabMessage): void;
  /** Runs one refresh at a time over all tabs: a refresh token is good for one use. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function openTabs(heard: (message: TabMessage) => void): Tabs {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<TabMessage>) => heard(event.data);
  return {
    tell: message => channel.postMessage(message),
    alone: work =>
      ('locks' in navigator ? navigator.locks.request(REFRESHING, work) : work()) as ReturnType<typeof work>,
  };
}
