import { ApiProblem, asProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { type Grant, openTabs, type TabMessage, type Tabs, type User } from './tabs';

export type { User } from './tabs';

/** `unknown` until the first refresh has told whether there is a session. */
export type SessionState =
  { status: 'unknown' } | { status: 'visitor'; ended?: boolean } | { status: 'member'; user: User };

/** Tokens are renewed this long before their end, so that no request meets a stale one. */
const RENEW_AHEAD_MILLIS = 60_000;
/** How long another tab may take to say that it has a token. */
const OTHER_TABS_MILLIS = 60;
const LONGEST_CALL_MILLIS = 20_000;
/** Remembers that there may be a session, so that visitors are not greeted by a failed request. Holds no secret. */
const HINT = 'nova.session.hint';

type Listener = () => void;

/**
 * Who is logged in. The access token lives in the memory of this tab only; the refresh token in a cookie that no script can
 * read. Tabs share what they get.
 */
export class Session {
  private grant: Grant | undefined;
  private state: SessionState = { status: 'unknown' };
  private starting: Promise<void> | undefined;
  private refreshing: Promise<Grant | undefined> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<Listener>();
  private readonly tabs: Tabs;

  constructor(open: (heard: (message: TabMessage) => void) => Tabs = openTabs) {
    this.tabs = open(message => this.hear(message));
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): SessionState => this.state;

  /** Finds out whether there is a session. Throws when the server can't be reached: then it may be asked again. */
  start(): Promise<void> {
    this.starting ??= this.find().catch((failure: unknown) => {
      this.starting = undefined;
      throw failure;
    });
    return this.starting;
  }

  private async find(): Promise<void> {
    if (this.state.status !== 'unknown') return;
    if (localStorage.getItem(HINT) === null) {
      this.become({ status: 'visitor' });
      return;
    }
    this.tabs.tell({ kind: 'asking' });
    await new Promise(resolve => setTimeout(resolve, OTHER_TABS_MILLIS));
    if (this.current() === undefined) await this.refresh();
  }

  /** A token that is good now; undefined for visitors. */
  async accessToken(): Promise<string | undefined> {
    const held = this.current();
    if (held) return held.token;
    if (this.state.status !== 'member') return undefined;
    return (await this.refresh())?.token;
  }

  /** What a refused token leads to: another one, or undefined when the session is over. */
  async renewed(refused: string): Promise<string | undefined> {
    if (this.grant && this.grant.token !== refused) return this.accessToken();
    this.grant = undefined;
    return (await this.refresh())?.token;
  }

  async logIn(email: string, password: string): Promise<User> {
    const answer = await call('/auth/login', { email, password, session: 'cookie' });
    return this.keep(answer).user;
  }

  async logOut(): Promise<void> {
    await call('/auth/logout', {}, this.grant?.token).catch((failure: unknown) => {
      // Without an answer the cookie is still there: saying "logged out" would be a lie.
      if (asProblem(failure).code === 'unreachable') throw failure;
    });
    this.end({ status: 'visitor' });
    this.tabs.tell({ kind: 'ended' });
  }

  /** After the account is gone, or when the server says that the session is over. */
  over(): void {
    this.end({ status: 'visitor', ended: true });
    this.tabs.tell({ kind: 'ended' });
  }

  /** Takes what was learnt about the member, such as a new name or a verified address. */
  replaceUser(user: User): void {
    if (!this.grant) return;
    this.grant = { ...this.grant, user };
    this.become({ status: 'member', user });
    this.tabs.tell({ kind: 'granted', grant: this.grant });
  }

  private refresh(): Promise<Grant | undefined> {
    this.refreshing ??= this.tabs
      .alone(async () => this.current() ?? this.keep(await call('/auth/refresh', {})))
      .catch((failure: unknown) => {
        const problem = asProblem(failure);
        if (problem.status < 400 || problem.status >= 500 || problem.status === 429) throw problem;
        const was = this.state.status;
        this.end({ status: 'visitor', ended: was === 'member' });
        return undefined;
      })
      .finally(() => {
        this.refreshing = undefined;
      });
    return this.refreshing;
  }

  private current(): Grant | undefined {
    return this.grant && this.grant.goodUntil > Date.now() ? this.grant : undefined;
  }

  private keep(answer: components['schemas']['Session']): Grant {
    const grant = {
      token: answer.accessToken,
      goodUntil: Date.now() + answer.expiresIn * 1000 - RENEW_AHEAD_MILLIS / 2,
      user: answer.user,
    };
    this.take(grant);
    this.tabs.tell({ kind: 'granted', grant });
    return grant;
  }

  private take(grant: Grant): void {
    this.grant = grant;
    localStorage.setItem(HINT, 'yes');
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => void this.renewAhead(),
      Math.max(grant.goodUntil - Date.now() - RENEW_AHEAD_MILLIS / 2, 1000),
    );
    this.become({ status: 'member', user: grant.user });
  }

  private async renewAhead(): Promise<void> {
    // A hidden tab asks when it is needed again.
    if (document.hidden || !this.grant) return;
    this.grant = undefined;
    await this.refresh().catch(() => undefined);
  }

  private end(state: SessionState): void {
    this.grant = undefined;
    clearTimeout(this.timer);
    localStorage.removeItem(HINT);
    this.become(state);
  }

  private hear(message: TabMessage): void {
    switch (message.kind) {
      case 'granted':
        this.take(message.grant);
        return;
      case 'ended':
        this.end({ status: 'visitor', ended: this.state.status === 'member' });
        return;
      case 'asking': {
        const grant = this.current();
        if (grant) this.tabs.tell({ kind: 'granted', grant });
      }
    }
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

async function call(path: string, body: object, token?: string): Promise<components['schemas']['Session']> {
  const response = await fetch(new URL(path, location.origin), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_CALL_MILLIS),
  }).catch(() => {
    throw ApiProblem.unreachable();
  });
  if (!response.ok) throw await ApiProblem.of(response);
  return response.status === 204 ? (undefined as never) : ((await response.json()) as components['schemas']['Session']);
}
