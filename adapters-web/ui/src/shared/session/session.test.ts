import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA } from '@/testing/render';
import { problem, server } from '@/testing/server';
import { Session } from './session';
import type { TabMessage, Tabs } from './tabs';

/** Tabs of one browser, which hear each other and refresh one after the other. */
function browser() {
  const listeners: ((message: TabMessage) => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return (heard: (message: TabMessage) => void): Tabs => {
    listeners.push(heard);
    return {
      tell: message => listeners.filter(other => other !== heard).forEach(other => other(message)),
      alone: work => {
        const turn = last.then(work, work);
        last = turn.catch(() => undefined);
        return turn;
      },
    };
  };
}

let granted = 0;
let refused: number | undefined;

function grant(expiresIn = 900) {
  granted += 1;
  return HttpResponse.json({ accessToken: `token-${granted}`, tokenType: 'Bearer', expiresIn, user: ADA });
}

beforeEach(() => {
  granted = 0;
  refused = undefined;
  server.use(
    http.post('*/auth/login', () => grant()),
    http.post('*/auth/refresh', () => (refused ? problem(refused, 'refresh_token_invalid') : grant())),
    http.post('*/auth/logout', () => new HttpResponse(null, { status: 204 })),
  );
});
afterEach(() => vi.useRealTimers());

describe('a session', () => {
  it('is none for somebody who never logged in here, and the server is not asked', async () => {
    const session = new Session(browser());
    await session.start();
    expect(session.snapshot()).toEqual({ status: 'visitor' });
    expect(granted).toBe(0);
  });

  it('goes on after a reload by the cookie', async () => {
    const tabs = browser();
    await new Session(tabs).logIn('ada@example.org', 'secret');
    const reloaded = new Session(browser());
    await reloaded.start();
    expect(reloaded.snapshot()).toEqual({ status: 'member', user: ADA });
    expect(await reloaded.accessToken()).toBe('token-2');
  });

  it('keeps no token where scripts of later pages could find it', async () => {
    await new Session(browser()).logIn('ada@example.org', 'secret');
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain('token');
  });

  it('is one over all tabs: a new tab takes the token of the others', async () => {
    const tabs = browser();
    await new Session(tabs).logIn('ada@example.org', 'secret');
    const second = new Session(tabs);
    await second.start();
    expect(await second.accessToken()).toBe('token-1');
    expect(granted).toBe(1);
  });

  it('ends in all tabs', async () => {
    const tabs = browser();
    const [one, other] = [new Session(tabs), new Session(tabs)];
    await one.logIn('ada@example.org', 'secret');
    expect(other.snapshot().status).toBe('member');
    await one.logOut();
    expect(one.snapshot()).toEqual({ status: 'visitor' });
    expect(other.snapshot()).toEqual({ status: 'visitor', ended: true });
    expect(await other.accessToken()).toBeUndefined();
  });

  it('is renewed once when several requests and tabs meet a stale token', async () => {
    const tabs = browser();
    const [one, other] = [new Session(tabs), new Session(tabs)];
    await one.logIn('ada@example.org', 'secret');
    const renewed = await Promise.all([one.renewed('token-1'), one.renewed('token-1'), other.renewed('token-1')]);
    expect(renewed).toEqual(['token-2', 'token-2', 'token-2']);
    expect(granted).toBe(2);
  });

  it('is renewed before its token goes stale', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const session = new Session(browser());
    await session.logIn('ada@example.org', 'secret');
    await vi.advanceTimersByTimeAsync(841_000);
    await vi.waitFor(() => expect(granted).toBe(2));
    expect(await session.accessToken()).toBe('token-2');
  });

  it('is over when the server refuses to renew it', async () => {
    const session = new Session(browser());
    await session.logIn('ada@example.org', 'secret');
    refused = 401;
    expect(await session.renewed('token-1')).toBeUndefined();
    expect(session.snapshot()).toEqual({ status: 'visitor', ended: true });
  });

  it('is not over when the server does not answer', async () => {
    const session = new Session(browser());
    await session.logIn('ada@example.org', 'secret');
    server.use(http.post('*/auth/refresh', () => HttpResponse.error()));
    await expect(session.renewed('token-1')).rejects.toMatchObject({ code: 'unreachable' });
    expect(session.snapshot()).toEqual({ status: 'member', user: ADA });
  });

  it('can be looked for again when the server could not be reached at first', async () => {
    await new Session(browser()).logIn('ada@example.org', 'secret');
    const session = new Session(browser());
    server.use(http.post('*/auth/refresh', () => HttpResponse.error(), { once: true }));
    await expect(session.start()).rejects.toMatchObject({ code: 'unreachable' });
    await session.start();
    expect(session.snapshot().status).toBe('member');
  });

  it('does not pretend to be over when logging out did not reach the server', async () => {
    const session = new Session(browser());
    await session.logIn('ada@example.org', 'secret');
    server.use(http.post('*/auth/logout', () => HttpResponse.error()));
    await expect(session.logOut()).rejects.toMatchObject({ code: 'unreachable' });
    expect(session.snapshot().status).toBe('member');
  });
});
