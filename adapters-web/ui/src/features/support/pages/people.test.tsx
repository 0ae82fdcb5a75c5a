import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { keepReason } from '@/shared/staff/reason';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';

const BOB = {
  id: 'usr_bob',
  email: '[masked]',
  displayName: '[masked]',
  emailVerified: true,
  emailVerifiedAt: '2026-11-20T10:00:00Z',
  tier: 'free',
  roles: ['MEMBER'],
  standing: 'active',
  createdAt: '2026-11-20T09:00:00Z',
};

const moment = (sequence: number, sentence: string) => ({
  at: '2026-11-20T10:00:00Z',
  sentence,
  type: 'user.registered/1',
  aggregate: 'user',
  aggregateId: 'usr_bob',
  sequence,
  actor: { kind: 'member', id: 'usr_bob' },
  correlationId: 'c',
});

async function asStaff(roles = ['MEMBER', 'SUPPORT']) {
  await logIn({ roles });
  keepReason('ticket 4711');
}

afterEach(() => sessionStorage.clear());

describe('finding a person', () => {
  it('by address asks with the reason, and leads to the person', async () => {
    await asStaff();
    let reason: string | null = null;
    server.use(
      http.get('*/support/users', ({ request }) => {
        reason = request.headers.get('X-Support-Reason');
        expect(new URL(request.url).searchParams.get('email')).toBe('bob@example.org');
        return HttpResponse.json({ items: [BOB] });
      }),
    );
    const { user } = await show(<PeoplePage />, { path: '/staff/support' });
    await user.type(screen.getByLabelText('Mail address or id'), 'bob@example.org');
    await user.click(screen.getByRole('button', { name: 'Find' }));
    expect(await screen.findByRole('link', { name: /usr_bob/ })).toHaveAttribute(
      'href',
      '/staff/support/people/usr_bob',
    );
    expect(reason).toBe('ticket 4711');
  });

  it('by id leads there at once', async () => {
    await asStaff();
    const { user, path } = await show(<PeoplePage />, { path: '/staff/support' });
    await user.type(screen.getByLabelText('Mail address or id'), 'usr_bob{Enter}');
    await waitFor(() => expect(path()).toBe('/staff/support/people/usr_bob'));
  });

  it('says when nobody has the address', async () => {
    await asStaff();
    answers('get', '/support/users', { items: [] });
    const { user } = await show(<PeoplePage />, { path: '/staff/support' });
    await user.type(screen.getByLabelText('Mail address or id'), 'bob@example.org{Enter}');
    expect(await screen.findByText('Nobody has this address')).toBeVisible();
  });

  it('needs an address or an id', async () => {
    await asStaff();
    const { user } = await show(<PeoplePage />, { path: '/staff/support' });
    await user.type(screen.getByLabelText('Mail address or id'), 'bob{Enter}');
    expect(screen.getByLabelText('Mail address or id')).toHaveFocus();
    expect(screen.getByLabelText('Mail address or id')).toBeInvalid();
  });
});

describe('a person', () => {
  const shown = () =>
    show(<PersonPage />, { path: '/staff/support/people/$userId', at: '/staff/support/people/usr_bob' });

  it('is told in sentences, which lead to what happened, page by page', async () => {
    await asStaff();
    answers('get', '/support/users/usr_bob', BOB);
    server.use(
      http.get('*/support/users/usr_bob/timeline', ({ request }) =>
        new URL(request.url).searchParams.has('cursor')
          ? HttpResponse.json({ items: [moment(0, 'A person registered as member.')], nextCursor: null })
          : HttpResponse.json({ items: [moment(3, 'The person verified their address.')], nextCursor: 'older' }),
      ),
    );
    const { user } = await shown();
    const latest = await screen.findByRole('link', { name: 'The person verified their address.' });
    expect(latest).toHaveAttribute('href', '/staff/support/user/usr_bob?at=3');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('A person registered as member.')).toBeVisible();
    expect(screen.getByText('active')).toBeVisible();
  });

  it('is masked until somebody decides otherwise, knowing that it is seen', async () => {
    await asStaff();
    answers('get', '/support/users/usr_bob/timeline', { items: [], nextCursor: null });
    server.use(
      http.get('*/support/users/usr_bob', ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('unmask') === 'true' ? { ...BOB, displayName: 'Bob Ross' } : BOB,
        ),
      ),
    );
    const { user } = await shown();
    expect(await screen.findAllByText('[masked]')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Show personal text' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog).toHaveTextContent('the person sees that their words were shown');
    await user.click(within(dialog).getByRole('button', { name: 'Show personal text' }));
    expect(await screen.findByText('Bob Ross')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Mask it again' }));
    await waitFor(() => expect(screen.queryByText('Bob Ross')).not.toBeInTheDocument());
  });

  it('stays masked for operators', async () => {
    await asStaff(['MEMBER', 'OPERATOR']);
    answers('get', '/support/users/usr_bob', BOB);
    answers('get', '/support/users/usr_bob/timeline', { items: [], nextCursor: null });
    await shown();
    expect(await screen.findByText('Nothing happened')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show personal text' })).not.toBeInTheDocument();
  });

  it('who is gone keeps their timeline', async () => {
    await asStaff();
    server.use(http.get('*/support/users/usr_bob', () => problem(404, 'not_found')));
    answers('get', '/support/users/usr_bob/timeline', {
      items: [moment(0, 'A person registered as member.')],
      nextCursor: null,
    });
    await shown();
    expect(await screen.findByText('There is no account with this id')).toBeVisible();
    expect(await screen.findByText('A person registered as member.')).toBeVisible();
  });

  it('shows the policy’s decisions, and who looked and why', async () => {
    await asStaff();
    answers('get', '/support/users/usr_bob', BOB);
    answers('get', '/support/users/usr_bob/timeline', { items: [], nextCursor: null });
    answers('get', '/support/policy/decisions', {
      items: [
        {
          id: 'pol_1',
          at: '2026-11-20T10:00:00Z',
          decision: 'block',
          direction: 'prompt',
          judge: 'rules',
          policyVersion: '2026',
          principles: ['no-harm'],
        },
      ],
      nextCursor: null,
    });
    answers('get', '/support/audit', {
      items: [
        {
          id: 'look_1',
          at: '2026-11-20T10:00:00Z',
          action: 'GET /support/users/{id}',
          correlationId: 'c',
          reason: 'ticket 12',
          staffId: 'usr_grace',
          target: 'usr_bob',
          unmasked: true,
        },
      ],
      nextCursor: null,
    });
    const { user } = await shown();
    await user.click(screen.getByRole('tab', { name: 'Policy decisions' }));
    expect(await screen.findByText('Blocked')).toBeVisible();
    expect(screen.getByText(/no-harm/)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Who looked' }));
    expect(await screen.findByText('ticket 12')).toBeVisible();
    expect(screen.getByText('saw personal text')).toBeVisible();
  });
});
