import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Subscription } from '@/shared/data/billing';
import { session } from '@/shared/session';
import { ADA, logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { leaveFor } from '../leave';
import { BillingPage } from './billing-page';

vi.mock(import('../leave'), async original => ({ ...(await original()), leaveFor: vi.fn() }));

const limits = (messagesPerDay: number) => ({
  messagesPerDay,
  tokensPerDay: 50_000,
  memories: 500,
  requestsPerMinute: 10,
  burst: 5,
  maxOutputTokens: 1024,
});

const PLANS = {
  plans: [
    { tier: 'free', name: 'Free', price: { amount: 0, currency: 'eur', interval: 'month' }, limits: limits(50) },
    { tier: 'basic', name: 'Basic', price: { amount: 900, currency: 'eur', interval: 'month' }, limits: limits(500) },
    { tier: 'pro', name: 'Pro', price: { amount: 2950, currency: 'eur', interval: 'month' }, limits: limits(5000) },
  ],
};

const NONE: Subscription = { tier: 'free', status: 'none', checkoutOpen: false };
const PRO: Subscription = {
  tier: 'pro',
  status: 'active',
  checkoutOpen: false,
  currentPeriodEnd: '2026-12-22T12:00:00Z',
};
const CHECKOUT = 'https://checkout.stripe.com/c/pay/cs_1';
const PORTAL = 'https://billing.stripe.com/p/session/1';

const page = (at = '/billing') => show(<BillingPage />, { path: '/billing', at });
const plan = async (name: string) =>
  within((await screen.findByRole('heading', { level: 3, name })).closest('li') as HTMLElement);

function subscription(is: Subscription) {
  answers('get', '/billing/subscription', is);
}

/** Notes what was asked of a route, and answers. */
function asked(path: string, answer: () => Response): unknown[] {
  const bodies: unknown[] = [];
  server.use(
    http.post(`*${path}`, async ({ request }) => {
      bodies.push(await request.json());
      return answer();
    }),
  );
  return bodies;
}

beforeEach(() => {
  vi.mocked(leaveFor).mockClear();
  answers('get', '/billing/plans', PLANS);
});

describe('the plans', () => {
  it('are compared with price and limits, the current one marked', async () => {
    subscription(NONE);
    await logIn();
    await page();
    const basic = await plan('Basic');
    expect(basic.getByText('€9')).toBeVisible();
    expect(basic.getByText('500 messages a day')).toBeVisible();
    expect(basic.getByText('Answers of up to 700 words')).toBeVisible();
    expect((await plan('Pro')).getByText('€29.50')).toBeVisible();
    const free = await plan('Free');
    expect(free.getByText('Your plan')).toBeVisible();
    expect(free.queryByRole('button')).toBeNull();
  });

  it('lead to the page where they are bought', async () => {
    subscription(NONE);
    const bodies = asked('/billing/checkout', () => HttpResponse.json({ sessionId: 'cs_1', checkoutUrl: CHECKOUT }));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take Pro' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith(CHECKOUT));
    expect(bodies).toEqual([{ tier: 'pro' }]);
  });

  it('never lead to an address that is not one to pay at', async () => {
    subscription(NONE);
    asked('/billing/checkout', () => HttpResponse.json({ sessionId: 'cs_1', checkoutUrl: 'javascript:alert(1)' }));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take Pro' }));
    expect(await screen.findAllByText(/an address that we do not trust/)).not.toHaveLength(0);
    expect(leaveFor).not.toHaveBeenCalled();
  });

  it('lead to the portal when it turns out that there is a subscription already', async () => {
    subscription(NONE);
    asked('/billing/checkout', () => problem(409, 'already_subscribed'));
    const bodies = asked('/billing/portal', () => HttpResponse.json({ url: PORTAL }));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take Basic' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith(PORTAL));
    expect(bodies).toEqual([{ tier: 'basic' }]);
  });

  it('are not sold before the address is verified, and the mail can be sent again', async () => {
    subscription(NONE);
    asked('/billing/checkout', () => problem(403, 'email_not_verified'));
    answers('post', '/auth/resend-verification', { status: 'verification_sent' }, 202);
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take Pro' }));
    expect(await screen.findByText('Verify your address first')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send the mail again' }));
    expect(await screen.findByText('The mail is on its way to you.')).toBeVisible();
    expect(leaveFor).not.toHaveBeenCalled();
  });

  it('can be tried again when Stripe does not answer', async () => {
    subscription(NONE);
    asked('/billing/checkout', () => problem(503, 'billing_unavailable'));
    await logIn();
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Take Pro' }));
    expect(await screen.findAllByText(/Nothing was charged/)).not.toHaveLength(0);
    expect(screen.getByRole('button', { name: 'Take Pro' })).not.toHaveAttribute('aria-busy');
  });

  it('are changed in the portal by those who have one', async () => {
    subscription(PRO);
    const bodies = asked('/billing/portal', () => HttpResponse.json({ url: PORTAL }));
    await logIn({ tier: 'pro' });
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Change to Basic' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith(PORTAL));
    expect(bodies).toEqual([{ tier: 'basic' }]);
  });
});

describe('how it stands', () => {
  it.each<[string, Subscription, RegExp]>([
    ['nothing bought', NONE, /You have the free plan/],
    ['active', PRO, /You have Pro. It renews on Dec 22, 2026/],
    [
      'overdue',
      { ...PRO, status: 'past_due', graceUntil: '2026-11-29T12:00:00Z' },
      /You keep Pro until Nov 29, 2026.*otherwise you go on with the free plan/,
    ],
    ['resting', { ...NONE, status: 'past_due' }, /It is not known how you want to pay/],
    [
      'cancelled to the end',
      { ...PRO, status: 'cancelling', endsAt: '2026-12-22T12:00:00Z' },
      /Pro ends on Dec 22, 2026/,
    ],
    ['ended', { ...NONE, status: 'cancelled' }, /Your subscription has ended/],
    [
      'to be a lower one',
      { ...PRO, nextTier: 'basic', nextTierAt: '2026-12-22T12:00:00Z' },
      /On Dec 22, 2026 it becomes Basic/,
    ],
    ['being bought', { ...NONE, checkoutOpen: true }, /If you have paid, your plan changes in a moment/],
  ])('is told in words: %s', async (_, is, words) => {
    subscription(is);
    await logIn({ tier: is.tier });
    await page();
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('lets those who leave change their mind', async () => {
    subscription({ ...PRO, status: 'cancelling', endsAt: '2026-12-22T12:00:00Z' });
    const bodies = asked('/billing/portal', () => HttpResponse.json({ url: PORTAL }));
    await logIn({ tier: 'pro' });
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Stay after all' }));
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith(PORTAL));
    expect(bodies).toEqual([{}]);
  });

  it('can be asked for again when the server did not answer', async () => {
    server.use(http.get('*/billing/subscription', () => HttpResponse.error()));
    await logIn();
    const { user } = await page();
    await screen.findByRole('alert');
    subscription(NONE);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/You have the free plan/)).toBeVisible();
  });
});

describe('coming back from paying', () => {
  afterEach(() => vi.useRealTimers());

  it('waits until the plan is there, then everything goes by it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let looks = 0;
    server.use(
      http.get('*/billing/subscription', () => HttpResponse.json(looks++ < 2 ? { ...NONE, checkoutOpen: true } : PRO)),
    );
    answers('get', '/auth/me', { ...ADA, tier: 'pro' });
    await logIn();
    await page('/billing?checkout=cs_test_1');
    expect(await screen.findByText('Thank you! Your payment is being confirmed')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Being confirmed' })).toBeVisible();
    await vi.advanceTimersByTimeAsync(2_100);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(await screen.findByText('Thank you! You have Pro now')).toBeVisible();
    await waitFor(() => expect(session.snapshot()).toMatchObject({ user: { tier: 'pro' } }));
    const before = looks;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(before);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let looks = 0;
    server.use(
      http.get('*/billing/subscription', () => {
        looks++;
        return HttpResponse.json(NONE);
      }),
    );
    await logIn();
    await page('/billing?checkout=cs_test_1');
    await screen.findByText('Thank you! Your payment is being confirmed');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await screen.findByText('This takes longer than usual')).toBeVisible();
    const before = looks;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toBe(before);
    screen.getByRole('button', { name: 'Look again' }).click();
    expect(await screen.findByText('Thank you! Your payment is being confirmed')).toBeVisible();
    await waitFor(() => expect(looks).toBeGreaterThan(before));
  });

  it('without having paid says that nothing was charged', async () => {
    subscription(NONE);
    await logIn();
    await page('/billing?checkout=cancelled');
    expect(await screen.findByText('You came back without paying')).toBeVisible();
    expect(screen.queryByText(/being confirmed/)).toBeNull();
  });
});
