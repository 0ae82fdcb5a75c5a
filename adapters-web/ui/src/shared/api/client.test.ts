import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '@/shared/session';
import { logIn } from '@/testing/render';
import { problem, server } from '@/testing/server';
import { api, unwrap } from './client';

const quota = () => unwrap(api.GET('/api/usage/quota'));

describe('a call', () => {
  it('with a stale token is made again with a fresh one, its body included', async () => {
    await logIn();
    const bodies: unknown[] = [];
    server.use(
      http.post('*/auth/refresh', () =>
        HttpResponse.json({ accessToken: 'fresh', tokenType: 'Bearer', expiresIn: 900, user: {} }),
      ),
      http.post('*/api/feedback', async ({ request }) => {
        bodies.push(await request.json());
        return request.headers.get('Authorization') === 'Bearer fresh'
          ? HttpResponse.json({ id: 'fbk_1' }, { status: 201 })
          : problem(401, 'token_expired');
      }),
    );
    const body = { category: 'idea', message: 'More leaves' } as const;
    expect(await unwrap(api.POST('/api/feedback', { body }))).toEqual({ id: 'fbk_1' });
    expect(bodies).toEqual([body, body]);
  });

  it('ends the session when that does not help', async () => {
    await logIn();
    server.use(
      http.get('*/api/usage/quota', () => problem(401, 'session_ended')),
      http.post('*/auth/refresh', () => problem(401, 'refresh_token_invalid')),
    );
    await expect(quota()).rejects.toMatchObject({ status: 401, code: 'session_ended' });
    expect(session.snapshot()).toEqual({ status: 'visitor', ended: true });
  });

  it('with a wrong password is not made again: each would count as an attempt', async () => {
    await logIn();
    let attempts = 0;
    server.use(
      http.post('*/auth/change-password', () => {
        attempts++;
        return problem(401, 'invalid_credentials');
      }),
    );
    const body = { currentPassword: 'wrong', newPassword: 'a sentence of my own' };
    await expect(unwrap(api.POST('/auth/change-password', { body }))).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    expect(attempts).toBe(1);
    expect(session.snapshot()).toMatchObject({ status: 'member' });
  });

  it('tells what the server says about a refusal', async () => {
    await logIn();
    server.use(
      http.get('*/api/usage/quota', () =>
        HttpResponse.json(
          { code: 'rate_limited', detail: 'Slow down.', errors: [{ field: 'from', message: 'is late' }, 7] },
          { status: 429, headers: { 'Retry-After': '12' } },
        ),
      ),
    );
    await expect(quota()).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 12,
      fields: [{ field: 'from', message: 'is late' }],
    });
  });

  it('that nobody answers is told apart from one that was refused', async () => {
    await logIn();
    server.use(http.get('*/api/usage/quota', () => HttpResponse.error()));
    await expect(quota()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  it('that gets no problem document is still a problem', async () => {
    await logIn();
    server.use(http.get('*/api/usage/quota', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })));
    await expect(quota()).rejects.toMatchObject({ code: 'unexpected', status: 502 });
  });
});
