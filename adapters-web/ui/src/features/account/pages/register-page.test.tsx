import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { RegisterPage } from './register-page';

const PASSWORD = 'a sentence of my own 42';

async function fillIn(user: Awaited<ReturnType<typeof show>>['user'], password = PASSWORD) {
  await user.type(screen.getByLabelText('Your name'), 'Ada');
  await user.type(screen.getByLabelText('Mail address'), 'ada@example.org');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign up' }));
}

describe('signing up', () => {
  beforeEach(() => server.use(http.head('*/dev/mailbox', () => new HttpResponse(null, { status: 404 }))));

  it('sends what was entered, with the invitation, and leads to the mailbox', async () => {
    let sent: unknown;
    server.use(
      http.post('*/auth/register', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ status: 'verification_sent' }, { status: 202 });
      }),
    );
    const { user } = await show(<RegisterPage />, { path: '/register', at: '/register?invitation=inv_1' });
    expect(screen.getByText(/You were invited/)).toBeVisible();
    await fillIn(user);
    expect(await screen.findByRole('heading', { level: 1, name: 'Look into your mailbox' })).toBeVisible();
    expect(screen.getByText(/sent a mail to ada@example.org/)).toBeVisible();
    expect(sent).toEqual({ displayName: 'Ada', email: 'ada@example.org', password: PASSWORD, invitation: 'inv_1' });
    expect(screen.queryByRole('link', { name: 'Open the development mailbox' })).not.toBeInTheDocument();
  });

  it('links to the mailbox of the profile local where there is one', async () => {
    answers('post', '/auth/register', { status: 'verification_sent' }, 202);
    server.use(http.head('*/dev/mailbox', () => new HttpResponse(null, { status: 200 })));
    const { user } = await show(<RegisterPage />, { path: '/register' });
    await fillIn(user);
    const link = await screen.findByRole('link', { name: 'Open the development mailbox' });
    expect(link).toHaveAttribute('href', '/dev/mailbox?to=ada%40example.org');
  });

  it('says how good a password is while it is typed', async () => {
    const { user } = await show(<RegisterPage />, { path: '/register' });
    const password = screen.getByLabelText('Password');
    expect(password).toHaveAccessibleDescription(/12 to 128 characters/);
    await user.type(password, 'elevenchars');
    expect(password).toHaveAccessibleDescription(/One more character/);
    await user.type(password, 's');
    expect(password).toHaveAccessibleDescription(/^Good/);
    await user.type(password, ' in a sentence');
    expect(password).toHaveAccessibleDescription(/^Excellent/);
  });

  it('leads to the first field that is wrong, without asking the server', async () => {
    const { user } = await show(<RegisterPage />, { path: '/register' });
    await user.type(screen.getByLabelText('Your name'), 'Ada');
    await user.click(screen.getByRole('button', { name: 'Sign up' }));
    const email = screen.getByLabelText('Mail address');
    expect(email).toHaveFocus();
    expect(email).toBeInvalid();
    expect(email).toHaveAccessibleDescription(/does not look like a mail address/);
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });

  it('tells at the field why a password is refused, and keeps what was typed', async () => {
    server.use(http.post('*/auth/register', () => problem(422, 'password_rejected')));
    const { user } = await show(<RegisterPage />, { path: '/register' });
    await fillIn(user);
    const password = screen.getByLabelText('Password');
    expect(await screen.findByText(/too easy to guess or known from a leak/)).toBeVisible();
    expect(password).toHaveFocus();
    expect(password).toHaveValue(PASSWORD);
  });

  it('keeps what was typed when the server does not answer', async () => {
    server.use(http.post('*/auth/register', () => HttpResponse.error()));
    const { user } = await show(<RegisterPage />, { path: '/register' });
    await fillIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(screen.getByLabelText('Mail address')).toHaveValue('ada@example.org');
  });
});
