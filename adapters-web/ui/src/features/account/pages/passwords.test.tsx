import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { ForgotPasswordPage } from './forgot-password-page';
import { ResetPasswordPage } from './reset-password-page';

describe('a forgotten password', () => {
  it('is answered in the same way whoever asks', async () => {
    answers('post', '/auth/forgot-password', { status: 'reset_sent' }, 202);
    const { user } = await show(<ForgotPasswordPage />, { path: '/forgot-password' });
    await user.type(screen.getByLabelText('Mail address'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/If there is an account with this address/)).toBeVisible();
  });

  it('needs an address', async () => {
    const { user } = await show(<ForgotPasswordPage />, { path: '/forgot-password' });
    await user.type(screen.getByLabelText('Mail address'), 'ada');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(screen.getByLabelText('Mail address')).toHaveFocus();
    expect(screen.getByLabelText('Mail address')).toBeInvalid();
  });

  it('keeps the address when the server does not answer', async () => {
    server.use(http.post('*/auth/forgot-password', () => HttpResponse.error()));
    const { user } = await show(<ForgotPasswordPage />, { path: '/forgot-password' });
    await user.type(screen.getByLabelText('Mail address'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText('Mail address')).toHaveValue('ada@example.org');
  });
});

describe('a new password', () => {
  const at = { path: '/reset-password', at: '/reset-password?token=tok' };
  const choose = async (user: Awaited<ReturnType<typeof show>>['user'], password: string) => {
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Save the password' }));
  };

  it('is sent with the token of the link, and leads to logging in', async () => {
    let sent: unknown;
    server.use(
      http.post('*/auth/reset-password', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await show(<ResetPasswordPage />, at);
    await choose(user, 'a sentence of my own 43');
    expect(await screen.findByText('Your password is changed')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/login');
    expect(sent).toEqual({ token: 'tok', newPassword: 'a sentence of my own 43' });
  });

  it.each([
    ['reset_token_invalid', 400, /used already, or is incomplete/],
    ['reset_token_expired', 410, /has expired/],
  ])('is not taken by a link that is over (%s), and the way to another is told', async (code, status, text) => {
    server.use(http.post('*/auth/reset-password', () => problem(status, code)));
    const { user } = await show(<ResetPasswordPage />, at);
    await choose(user, 'a sentence of my own 43');
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/forgot-password');
  });

  it('is refused at the field when it is too easy', async () => {
    server.use(http.post('*/auth/reset-password', () => problem(422, 'password_rejected')));
    const { user } = await show(<ResetPasswordPage />, at);
    await choose(user, 'password1234567');
    expect(await screen.findByText(/too easy to guess/)).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it('can’t be chosen without a token', async () => {
    await show(<ResetPasswordPage />, { path: '/reset-password' });
    expect(screen.getByText('This link does not work')).toBeVisible();
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  });
});
