import { screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/shared/session';
import { ADA, logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { ProfilePage } from './profile-page';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0';

const HERE = {
  id: 'ses_1',
  userAgent: FIREFOX,
  createdAt: ago(48),
  lastUsedAt: ago(0),
  expiresAt: ago(-700),
  current: true,
};
const PHONE = { ...HERE, id: 'ses_2', userAgent: 'NovaPhone/1', lastUsedAt: ago(3), current: false };

const page = () => show(<ProfilePage />, { path: '/profile' });

beforeEach(() => {
  answers('get', '/auth/sessions', { items: [PHONE, HERE] });
  answers('get', '/auth/me/looks', { items: [] });
});

describe('the name', () => {
  it('is changed everywhere', async () => {
    answers('patch', '/auth/me', { ...ADA, displayName: 'Ada L.' });
    await logIn();
    const { user } = await page();
    const field = await screen.findByLabelText('Your name');
    await user.clear(field);
    await user.type(field, 'Ada L.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your name is saved.')).toBeVisible();
    expect(session.snapshot()).toMatchObject({ user: { displayName: 'Ada L.' } });
  });

  it('must be there', async () => {
    await logIn();
    const { user } = await page();
    const field = await screen.findByLabelText('Your name');
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(field).toHaveAccessibleDescription(/Say how you want to be called/);
    expect(field).toHaveFocus();
  });

  it('stays as typed when the server does not answer', async () => {
    server.use(http.patch('*/auth/me', () => HttpResponse.error()));
    await logIn();
    const { user } = await page();
    await user.type(await screen.findByLabelText('Your name'), ' L.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(screen.getByLabelText('Your name')).toHaveValue('Ada L.');
  });
});

describe('the address', () => {
  it('says since when it is verified', async () => {
    await logIn();
    await page();
    expect(await screen.findByText('Verified on Nov 1, 2026')).toBeVisible();
  });

  it('that is not verified can have its mail again', async () => {
    answers('post', '/auth/resend-verification', { status: 'verification_sent' }, 202);
    await logIn({ emailVerified: false, emailVerifiedAt: null });
    const { user } = await page();
    expect(await screen.findByText('Not verified')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send the mail again' }));
    expect(await screen.findByText('The mail is on its way to you.')).toBeVisible();
  });
});

describe('the password', () => {
  const fill = async (user: Awaited<ReturnType<typeof page>>['user'], current: string, next: string) => {
    if (current) await user.type(await screen.findByLabelText('Current password'), current);
    await user.type(await screen.findByLabelText('New password'), next);
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
  };

  it('is changed, and the fields are empty then', async () => {
    let body: unknown;
    server.use(
      http.post('*/auth/change-password', async ({ request }) => {
        body = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await logIn();
    const { user } = await page();
    await fill(user, 'the old sentence', 'a new sentence of mine');
    expect(await screen.findByText('Your password is changed. Other sessions have ended.')).toBeVisible();
    expect(body).toEqual({ currentPassword: 'the old sentence', newPassword: 'a new sentence of mine' });
    expect(screen.getByLabelText('Current password')).toHaveValue('');
    expect(screen.getByLabelText('New password')).toHaveValue('');
  });

  it('that is wrong is said at its field', async () => {
    server.use(http.post('*/auth/change-password', () => problem(401, 'invalid_credentials')));
    await logIn();
    const { user } = await page();
    await fill(user, 'not mine at all', 'a new sentence of mine');
    const field = screen.getByLabelText('Current password');
    await waitFor(() => expect(field).toHaveAccessibleDescription('The password is not right.'));
    expect(field).toHaveFocus();
    expect(screen.getByLabelText('New password')).toHaveValue('a new sentence of mine');
  });

  it('that is too easy is said at its field', async () => {
    server.use(http.post('*/auth/change-password', () => problem(422, 'password_rejected')));
    await logIn();
    const { user } = await page();
    await fill(user, 'the old sentence', 'password1234');
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/too easy to guess/));
  });

  it('that is short or missing is not even sent', async () => {
    await logIn();
    const { user } = await page();
    await fill(user, '', 'short');
    expect(screen.getByLabelText('Current password')).toHaveFocus();
    expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/fewer than 12/);
  });
});

describe('sessions', () => {
  it('are told as devices, this one first', async () => {
    await logIn();
    await page();
    const here = (await screen.findByText('Firefox on Windows')).closest('li') as HTMLElement;
    expect(within(here).getByText('This one')).toBeVisible();
    expect(within(here).queryByRole('button')).toBeNull();
    expect(screen.getByText('A device that we don’t know')).toBeVisible();
    expect(screen.getByText('Last used 3 hours ago')).toBeVisible();
  });

  it('end at once, and come back when that fails', async () => {
    server.use(http.delete('*/auth/sessions/ses_2', () => problem(500, 'internal_error')));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: /End the session: A device that we don’t know/ }));
    expect(await screen.findAllByText(/Something went wrong on the server/)).not.toHaveLength(0);
    const again = await screen.findByRole('button', { name: /End the session/ });
    server.use(
      http.delete('*/auth/sessions/ses_2', () => {
        answers('get', '/auth/sessions', { items: [HERE] });
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await user.click(again);
    expect(await screen.findByText('You are logged in nowhere else.')).toBeVisible();
    expect(screen.queryByText('A device that we don’t know')).toBeNull();
  });
});

describe('looks at one’s data', () => {
  it('are none at first', async () => {
    await logIn();
    await page();
    expect(await screen.findByText('Nobody has looked')).toBeVisible();
  });

  it('are told in words', async () => {
    answers('get', '/auth/me/looks', {
      items: [
        { at: '2026-11-20T10:00:00Z', target: 'usr_1', unmasked: false },
        { at: '2026-11-19T10:00:00Z', target: 'mem_1', unmasked: true },
      ],
    });
    await logIn();
    await page();
    expect(await screen.findByText('Our staff looked at your account.')).toBeVisible();
    expect(screen.getByText('Our staff looked at a memory of yours.')).toBeVisible();
    expect(screen.getByText(/Your texts could be read/)).toBeVisible();
  });
});

describe('one’s data', () => {
  it('are saved as a file, with progress', async () => {
    const makeAddress = vi.fn(() => 'blob:file');
    Object.assign(URL, { createObjectURL: makeAddress, revokeObjectURL: vi.fn() });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    server.use(
      http.get('*/auth/me/export', async () => {
        await delay(50);
        return HttpResponse.json({ complete: true });
      }),
    );
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Make the file' }));
    expect(await screen.findByRole('progressbar', { name: /being made/ })).toBeVisible();
    expect(await screen.findByText('Your file is saved.')).toBeVisible();
    expect(clicked).toHaveBeenCalledOnce();
  });

  it('say why when there is no file', async () => {
    server.use(http.get('*/auth/me/export', () => problem(429, 'export_throttled')));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Make the file' }));
    expect(await screen.findAllByText(/several times already/)).not.toHaveLength(0);
  });
});

describe('deleting the account', () => {
  const ask = async () => {
    const shown = await page();
    await shown.user.click(await screen.findByRole('button', { name: 'Delete my account …' }));
    return { ...shown, dialog: within(await screen.findByRole('dialog', { name: 'Delete your account?' })) };
  };

  it('asks for the password and a word', async () => {
    await logIn();
    const { user, dialog } = await ask();
    await user.click(dialog.getByRole('button', { name: 'Delete for good' }));
    expect(dialog.getByLabelText('Your password')).toHaveFocus();
    expect(dialog.getByLabelText('Type DELETE to confirm')).toHaveAccessibleDescription(/so that we know/);
  });

  it('says what becomes of a subscription', async () => {
    await logIn({ tier: 'pro' });
    const { dialog } = await ask();
    expect(dialog.getByText(/Your Pro plan ends at once/)).toBeVisible();
  });

  it('says when the password is wrong, and nothing is gone', async () => {
    server.use(http.delete('*/auth/me', () => problem(401, 'invalid_credentials')));
    await logIn();
    const { user, dialog } = await ask();
    await user.type(dialog.getByLabelText('Your password'), 'wrong one');
    await user.type(dialog.getByLabelText('Type DELETE to confirm'), 'delete');
    await user.click(dialog.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() =>
      expect(dialog.getByLabelText('Your password')).toHaveAccessibleDescription('The password is not right.'),
    );
    expect(session.snapshot()).toMatchObject({ status: 'member' });
  });

  it('ends the session and says goodbye', async () => {
    let body: unknown;
    server.use(
      http.delete('*/auth/me', async ({ request }) => {
        body = await request.json();
        return HttpResponse.json({ status: 'erasure_started' }, { status: 202 });
      }),
    );
    await logIn();
    const { user, path, dialog } = await ask();
    await user.type(dialog.getByLabelText('Your password'), 'a sentence of my own');
    await user.type(dialog.getByLabelText('Type DELETE to confirm'), 'DELETE');
    await user.click(dialog.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(session.snapshot().status).toBe('visitor'));
    expect(path()).toBe('/?goodbye=1');
    expect(body).toEqual({ password: 'a sentence of my own' });
  });
});
