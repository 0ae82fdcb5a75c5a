import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { AdministrationPage } from './administration-page';

const BOB = {
  id: 'usr_bob',
  email: '[masked]',
  displayName: '[masked]',
  emailVerified: true,
  tier: 'free',
  roles: ['MEMBER', 'SUPPORT'],
  standing: 'active',
  createdAt: '2026-11-20T09:00:00Z',
};

async function shown(roles = ['MEMBER', 'ADMIN']) {
  await logIn({ roles });
  return show(<AdministrationPage />, { path: '/staff/administration' });
}

describe('administration', () => {
  it('is for administrators', async () => {
    await shown(['MEMBER', 'SUPPORT', 'OPERATOR']);
    expect(screen.getByText('Not for your role')).toBeVisible();
  });
});

describe('invitations', () => {
  it('go to several addresses at once, and show what became of them', async () => {
    answers('get', '/admin/invitations', { items: [], nextCursor: null });
    const { user } = await shown();
    expect(await screen.findByText('Nobody was invited yet')).toBeVisible();
    let sent: unknown;
    server.use(
      http.post('*/admin/invitations', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ status: 'invitations_sent' }, { status: 202 });
      }),
    );
    answers('get', '/admin/invitations', {
      items: [
        {
          id: 'inv_1',
          email: 'a@example.org',
          status: 'undeliverable',
          reason: 'no such mailbox',
          invitedBy: 'usr_ada',
          invitedAt: '2026-11-20T09:00:00Z',
        },
      ],
      nextCursor: null,
    });
    await user.type(screen.getByLabelText('Mail addresses'), 'a@example.org, b@example.org;a@example.org');
    await user.click(screen.getByRole('button', { name: 'Send invitations' }));
    expect(await screen.findByText('no such mailbox')).toBeVisible();
    expect(screen.getByText('not delivered')).toBeVisible();
    expect(sent).toEqual({ emails: ['a@example.org', 'b@example.org'] });
    expect(screen.getByLabelText('Mail addresses')).toHaveValue('');
  });

  it('are not sent while an address is wrong', async () => {
    answers('get', '/admin/invitations', { items: [], nextCursor: null });
    const { user } = await shown();
    await user.type(screen.getByLabelText('Mail addresses'), 'a@example.org nonsense');
    await user.click(screen.getByRole('button', { name: 'Send invitations' }));
    expect(screen.getByText('This is no mail address: nonsense')).toBeVisible();
    expect(screen.getByLabelText('Mail addresses')).toHaveFocus();
  });

  it('keep what was typed when they can’t be sent', async () => {
    answers('get', '/admin/invitations', { items: [], nextCursor: null });
    server.use(http.post('*/admin/invitations', () => HttpResponse.error()));
    const { user } = await shown();
    await user.type(screen.getByLabelText('Mail addresses'), 'a@example.org');
    await user.click(screen.getByRole('button', { name: 'Send invitations' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText('Mail addresses')).toHaveValue('a@example.org');
  });
});

describe('people', () => {
  const found = async () => {
    answers('get', '/admin/invitations', { items: [], nextCursor: null });
    answers('get', '/support/users', { items: [BOB] });
    const page = await shown();
    await page.user.click(screen.getByRole('tab', { name: 'People' }));
    await page.user.type(screen.getByLabelText('Mail address'), 'bob@example.org{Enter}');
    await screen.findByRole('heading', { name: 'bob@example.org' });
    return page;
  };

  it('get roles after a confirmation', async () => {
    const { user } = await found();
    let sent: unknown;
    server.use(
      http.put('*/admin/users/usr_bob/roles', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(BOB);
      }),
    );
    await user.click(screen.getByRole('checkbox', { name: /Operator/ }));
    await user.click(screen.getByRole('checkbox', { name: /Support/ }));
    await user.click(screen.getByRole('button', { name: 'Change the roles' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog).toHaveTextContent('New: Operator.');
    expect(dialog).toHaveTextContent('Taken away: Support.');
    await user.click(within(dialog).getByRole('button', { name: 'Change the roles' }));
    expect(await screen.findAllByText('The roles are changed.')).not.toHaveLength(0);
    expect(sent).toEqual({ roles: ['MEMBER', 'OPERATOR'] });
  });

  it('are suspended with a reason, and the reason is kept when that fails', async () => {
    const { user } = await found();
    server.use(http.post('*/admin/users/usr_bob/suspend', () => problem(409, 'own_account')));
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Your reason'), 'spam');
    await user.click(within(dialog).getByRole('button', { name: 'Suspend' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('own account');
    expect(within(dialog).getByLabelText('Your reason')).toHaveValue('spam');
    answers('post', '/admin/users/usr_bob/suspend', null, 204);
    answers('get', '/support/users', { items: [{ ...BOB, standing: 'suspended' }] });
    await user.click(within(dialog).getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByRole('button', { name: 'Reinstate' })).toBeVisible();
  });
});

describe('the feedback inbox', () => {
  it('shows what members said as they said it, for a reason of its own', async () => {
    answers('get', '/admin/invitations', { items: [], nextCursor: null });
    let reason: string | null = null;
    server.use(
      http.get('*/support/feedback', ({ request }) => {
        reason = request.headers.get('X-Support-Reason');
        return HttpResponse.json({
          items: [
            {
              id: 'fbk_1',
              at: '2026-11-20T09:00:00Z',
              userId: 'usr_bob',
              category: 'idea',
              message: '<b>maps</b>',
              page: '/chat/…',
            },
          ],
          nextCursor: null,
        });
      }),
    );
    const { user } = await shown();
    await user.click(screen.getByRole('tab', { name: 'Feedback inbox' }));
    expect(await screen.findByText('<b>maps</b>')).toBeVisible();
    expect(reason).toBe('Feedback inbox');
  });
});
