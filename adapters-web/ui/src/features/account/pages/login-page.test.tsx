import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '@/shared/session';
import { ADA, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { LoginPage } from './login-page';

async function logIn(user: Awaited<ReturnType<typeof show>>['user']) {
  await user.type(screen.getByLabelText('Mail address'), 'ada@example.org');
  await user.type(screen.getByLabelText('Password'), 'a sentence of my own 42');
  await user.click(screen.getByRole('button', { name: 'Log in' }));
}

describe('logging in', () => {
  it('leads to the page that asked for it', async () => {
    answers('post', '/auth/login', { accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user: ADA });
    const { user, path } = await show(<LoginPage />, { path: '/login', at: '/login?then=%2Fmemory%3Ftier%3DLTM' });
    await logIn(user);
    await waitFor(() => expect(path()).toBe('/memory?tier=LTM'));
    expect(session.snapshot()).toMatchObject({ status: 'member', user: { id: 'usr_ada' } });
  });

  it('leads to the overview when nothing asked for it', async () => {
    answers('post', '/auth/login', { accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user: ADA });
    const { user, path } = await show(<LoginPage />, { path: '/login' });
    await logIn(user);
    await waitFor(() => expect(path()).toBe('/dashboard'));
  });

  it('says that something does not fit, at the password', async () => {
    server.use(http.post('*/auth/login', () => problem(401, 'invalid_credentials')));
    const { user } = await show(<LoginPage />, { path: '/login' });
    await logIn(user);
    await screen.findByText('Address or password is not right.');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });

  it('says how many minutes to wait after too many attempts', async () => {
    server.use(
      http.post('*/auth/login', () =>
        HttpResponse.json({ code: 'login_throttled' }, { status: 429, headers: { 'Retry-After': '400' } }),
      ),
    );
    const { user } = await show(<LoginPage />, { path: '/login' });
    await logIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 7 minutes');
  });

  it('tells members that their account is suspended', async () => {
    server.use(http.post('*/auth/login', () => problem(403, 'account_suspended')));
    const { user } = await show(<LoginPage />, { path: '/login' });
    await logIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('This account is suspended.');
  });

  it('asks for what is missing', async () => {
    const { user } = await show(<LoginPage />, { path: '/login' });
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    expect(screen.getByLabelText('Mail address')).toHaveFocus();
    expect(screen.getByText('Enter your password.')).toBeVisible();
  });
});
