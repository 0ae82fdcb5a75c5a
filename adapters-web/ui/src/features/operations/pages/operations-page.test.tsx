import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { keepReason } from '@/shared/staff/reason';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { OperationsPage } from './operations-page';

const PROCESSOR = {
  name: 'accounts',
  kind: 'projection',
  position: 38,
  lagSeconds: 2,
  eventsBehind: 7,
  segments: [{ id: 0, owner: 'node-1', position: 38, caughtUp: false, error: null }],
  deadLetters: 1,
  replayable: true,
  replay: null,
};
const REPLAY = {
  replayId: 'rpl_1',
  processor: 'accounts',
  askedAt: '2026-11-20T10:00:00Z',
  askedBy: 'usr_grace',
  status: 'building',
  eventsDone: 50,
  eventsTotal: 200,
  progress: 0.25,
  swapWhenDifferent: false,
  differences: [],
};
const LETTER = {
  id: 'ltr_1',
  processor: 'accounts',
  eventId: 'e-1',
  eventType: 'user.registered/1',
  aggregate: 'user/usr_bob',
  sequence: 0,
  enqueuedAt: '2026-11-20T10:00:00Z',
  attempts: 3,
  parked: true,
  waitsFor: 0,
  cause: { type: 'IllegalStateException', message: 'no such row' },
};

async function shown(roles = ['MEMBER', 'OPERATOR']) {
  await logIn({ roles });
  keepReason('on call');
  return show(<OperationsPage />, { path: '/staff/operations' });
}

afterEach(() => sessionStorage.clear());

describe('processors', () => {
  it('are not for support', async () => {
    await shown(['SUPPORT']);
    expect(screen.getByText('Not for your role')).toBeVisible();
  });

  it('are replayed after a word on what that does', async () => {
    answers('get', '/support/processors', { items: [PROCESSOR] });
    const { user } = await shown();
    expect(await screen.findByText('accounts')).toBeVisible();
    expect(screen.getByText('following')).toBeVisible();
    let sent: unknown;
    server.use(
      http.post('*/support/processors/accounts/replay', async ({ request }) => {
        sent = await request.json();
        expect(request.headers.get('X-Support-Reason')).toBe('on call');
        return HttpResponse.json(REPLAY, { status: 202 });
      }),
    );
    answers('get', '/support/processors', { items: [{ ...PROCESSOR, replay: REPLAY }] });
    await user.click(screen.getByRole('button', { name: 'Replay' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Also when they differ' }));
    await user.click(within(dialog).getByRole('button', { name: 'Replay' }));
    expect(await screen.findByRole('progressbar', { name: 'Replay of accounts' })).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    expect(sent).toEqual({ swapWhenDifferent: true });
  });

  it('can stop a replay, and tell of past ones', async () => {
    answers('get', '/support/processors', { items: [{ ...PROCESSOR, replay: REPLAY }] });
    answers('get', '/support/processors/accounts/replays', {
      items: [
        {
          ...REPLAY,
          status: 'refused',
          differences: [{ table: 'account', missing: 1, surplus: 0, changed: 2, keys: ['usr_bob'] }],
        },
      ],
    });
    const { user } = await shown();
    await user.click(await screen.findByText('Past replays'));
    expect(await screen.findByText(/account: 1 missing, 0 surplus, 2 changed/)).toBeVisible();
    answers('post', '/support/processors/accounts/replays/rpl_1/cancel', { ...REPLAY, status: 'cancelled' });
    answers('get', '/support/processors', { items: [{ ...PROCESSOR, replay: { ...REPLAY, status: 'cancelled' } }] });
    await user.click(screen.getByRole('button', { name: 'Cancel the replay' }));
    expect(await screen.findByRole('button', { name: 'Replay' })).toBeVisible();
  });
});

describe('dead letters', () => {
  const letters = async () => {
    answers('get', '/support/processors', { items: [] });
    answers('get', '/support/dead-letters', { items: [LETTER], nextCursor: null });
    const page = await shown();
    await page.user.click(screen.getByRole('tab', { name: 'Dead letters' }));
    await screen.findByText('user.registered/1');
    return page;
  };

  it('show why they are there, and their event when asked', async () => {
    const { user } = await letters();
    expect(screen.getByText(/no such row/)).toBeVisible();
    answers('get', '/support/dead-letters/ltr_1', { ...LETTER, payload: { email: '[masked: 9 characters]' } });
    await user.click(screen.getByText('Look at the event'));
    expect(await screen.findByText('"[masked: 9 characters]"')).toBeVisible();
  });

  it('are tried again', async () => {
    const { user } = await letters();
    answers('post', '/support/dead-letters/ltr_1/retry', { outcome: 'settled', letter: null });
    answers('get', '/support/dead-letters', { items: [], nextCursor: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No dead letters')).toBeVisible();
  });

  it('are discarded with a reason only', async () => {
    const { user } = await letters();
    let sent: unknown;
    server.use(
      http.post('*/support/dead-letters/ltr_1/discard', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    expect(within(dialog).getByLabelText('Your reason')).toHaveFocus();
    await user.type(within(dialog).getByLabelText('Your reason'), 'a test account');
    answers('get', '/support/dead-letters', { items: [], nextCursor: null });
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('No dead letters')).toBeVisible();
    expect(sent).toEqual({ reason: 'a test account' });
  });

  it('that were discarded say why', async () => {
    answers('get', '/support/processors', { items: [] });
    answers('get', '/support/dead-letters/discarded', {
      items: [{ ...LETTER, discardedAt: '2026-11-20T10:00:00Z', discardedBy: 'usr_grace', reason: 'a test account' }],
      nextCursor: null,
    });
    const { user } = await shown();
    await user.click(screen.getByRole('tab', { name: 'Discarded' }));
    expect(await screen.findByText('a test account')).toBeVisible();
  });
});

describe('what the payment service told', () => {
  it('is tried again, and compared with what we know', async () => {
    answers('get', '/support/processors', { items: [] });
    answers('get', '/support/billing/webhooks', {
      items: [
        {
          id: 'evt_1',
          type: 'invoice.paid',
          status: 'parked',
          attempts: 5,
          reason: 'no such customer',
          createdAt: '2026-11-20T10:00:00Z',
          receivedAt: '2026-11-20T10:00:00Z',
        },
      ],
      nextCursor: null,
    });
    answers('get', '/support/billing/reconciliations', { items: [] });
    const { user } = await shown();
    await user.click(screen.getByRole('tab', { name: 'Billing' }));
    expect(await screen.findByText('no such customer')).toBeVisible();
    server.use(http.post('*/support/billing/webhooks/evt_1/retry', () => problem(503, 'billing_unavailable')));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByText(/Payments can’t be reached/)).not.toHaveLength(0);
    const done = {
      id: 'rec_1',
      startedAt: '2026-11-20T10:00:00Z',
      endedAt: '2026-11-20T10:00:00Z',
      checked: 2,
      differing: 1,
      differences: [],
    };
    answers('post', '/support/billing/reconciliations', done);
    answers('get', '/support/billing/reconciliations', { items: [done] });
    await user.click(screen.getByRole('button', { name: 'Compare now' }));
    await waitFor(() => expect(screen.getByText('2 subscriptions were compared.')).toBeVisible());
  });
});
