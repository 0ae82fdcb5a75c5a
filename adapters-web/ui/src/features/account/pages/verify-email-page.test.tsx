import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/shared/session';
import { ADA, logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { VerifyEmailPage } from './verify-email-page';

const UNVERIFIED = { emailVerified: false, emailVerifiedAt: null };
let links = 0;

/** Each test follows a link of its own: what became of one is kept. */
function follow(handler: () => Response) {
  let calls = 0;
  server.use(
    http.get('*/auth/verify-email', () => {
      calls += 1;
      return handler();
    }),
  );
  links += 1;
  const at = `/verify-email?token=tok${links}`;
  return { shown: () => show(<VerifyEmailPage />, { path: '/verify-email', at }), at, calls: () => calls };
}

const verified = () => HttpResponse.json({ status: 'verified', email: ADA.email, verifiedAt: '2026-11-22T10:00:00Z' });

describe('the link of the verification mail', () => {
  afterEach(() => vi.useRealTimers());

  it('is used once, even when effects run twice', async () => {
    const link = follow(verified);
    await show(
      <StrictMode>
        <VerifyEmailPage />
      </StrictMode>,
      { path: '/verify-email', at: link.at },
    );
    expect(await screen.findByText('Your address is verified')).toBeVisible();
    expect(link.calls()).toBe(1);
  });

  it('tells everything here that the member is verified now', async () => {
    await logIn(UNVERIFIED);
    answers('get', '/auth/me', { ...ADA });
    await follow(verified).shown();
    await screen.findByText('Your address is verified');
    await waitFor(() => expect(session.snapshot()).toMatchObject({ user: { emailVerified: true } }));
    expect(screen.getByRole('button', { name: 'Go to the overview' })).toBeVisible();
  });

  it('leads on to the overview after a countdown', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { path } = await follow(verified).shown();
    await screen.findByText(/in 6 seconds/);
    for (let second = 0; second < 6; second += 1) await act(() => vi.advanceTimersByTimeAsync(1000));
    await waitFor(() => expect(path()).toBe('/dashboard'));
  });

  it('lets people stay', async () => {
    const { user, path } = await follow(verified).shown();
    await user.click(await screen.findByRole('button', { name: 'Stay here' }));
    expect(screen.queryByText(/seconds/)).not.toBeInTheDocument();
    expect(path()).toContain('/verify-email');
  });

  it('can be skipped past', async () => {
    const { user, path } = await follow(verified).shown();
    await user.click(await screen.findByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(path()).toBe('/dashboard'));
  });

  it('that has expired lets members ask for another', async () => {
    await logIn(UNVERIFIED);
    const { user } = await follow(() => problem(410, 'verification_token_expired')).shown();
    expect(await screen.findByText('This link has expired')).toBeVisible();
    answers('post', '/auth/resend-verification', { status: 'verification_sent' }, 202);
    await user.click(screen.getByRole('button', { name: 'Send the mail again' }));
    expect(await screen.findByText('Sent. Look into your mailbox.')).toBeVisible();
  });

  it('that is not valid lets visitors log in first, and come back', async () => {
    const link = follow(() => problem(400, 'verification_token_invalid'));
    await link.shown();
    expect(await screen.findByText('This link is not valid')).toBeVisible();
    const then = new URL(screen.getByRole('link', { name: 'Log in' }).getAttribute('href') ?? '', 'http://localhost');
    expect(then.searchParams.get('then')).toBe(link.at);
  });

  it('says how long to wait after too many attempts', async () => {
    const link = follow(() =>
      HttpResponse.json({ code: 'verification_throttled' }, { status: 429, headers: { 'Retry-After': '600' } }),
    );
    await link.shown();
    expect(await screen.findByText('Try again in 10 minutes.')).toBeVisible();
  });

  it('can be tried again when the server did not answer', async () => {
    let up = false;
    const { user } = await follow(() => (up ? verified() : HttpResponse.error())).shown();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    up = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Your address is verified')).toBeVisible();
  });

  it('without a token says so and asks nobody', async () => {
    await show(<VerifyEmailPage />, { path: '/verify-email' });
    expect(screen.getByText('This link is not valid')).toBeVisible();
  });
});
