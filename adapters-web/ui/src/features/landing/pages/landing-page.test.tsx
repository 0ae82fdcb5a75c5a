import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, server } from '@/testing/server';
import { LandingPage } from './landing-page';

const LIMITS = {
  burst: 1,
  maxOutputTokens: 1,
  memories: 500,
  messagesPerDay: 50,
  requestsPerMinute: 1,
  tokensPerDay: 50_000,
};
const PLANS = {
  plans: [
    { tier: 'free', name: 'Free', price: { amount: 0, currency: 'eur', interval: 'month' }, limits: LIMITS },
    {
      tier: 'pro',
      name: 'Pro',
      price: { amount: 2900, currency: 'eur', interval: 'month' },
      limits: { ...LIMITS, messagesPerDay: 5000 },
    },
  ],
};

describe('the landing page', () => {
  it('shows the plans that are sold here', async () => {
    answers('get', '/billing/plans', PLANS);
    await show(<LandingPage />);
    expect(await screen.findByText('€29')).toBeVisible();
    expect(screen.getByText('5,000 messages a day')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Begin, then choose Pro' })).toHaveAttribute('href', '/register');
  });

  it('stands without the plans, and asks for them again', async () => {
    server.use(http.get('*/billing/plans', () => HttpResponse.error()));
    const { user } = await show(<LandingPage />);
    expect(await screen.findByText('The plans can’t be shown right now')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    answers('get', '/billing/plans', PLANS);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('€29')).toBeVisible();
  });

  it('says that plans are on their way', async () => {
    server.use(http.get('*/billing/plans', () => new Promise<never>(() => undefined)));
    await show(<LandingPage />);
    expect(screen.getByText('Loading …')).toBeInTheDocument();
  });

  it('invites visitors to sign up, and members to go on', async () => {
    answers('get', '/billing/plans', PLANS);
    await logIn();
    await show(<LandingPage />);
    const ways = screen.getAllByRole('link', { name: 'Go on chatting' });
    expect(ways).toHaveLength(2);
    expect(ways[0]).toHaveAttribute('href', '/chat');
  });

  it('says goodbye to whoever has left, and only to them', async () => {
    answers('get', '/billing/plans', PLANS);
    await show(<LandingPage />, { at: '/?goodbye=1' });
    expect(screen.getByText('Your account is being deleted')).toBeVisible();
  });

  it('greets others without that', async () => {
    answers('get', '/billing/plans', PLANS);
    await show(<LandingPage />);
    expect(screen.queryByText('Your account is being deleted')).not.toBeInTheDocument();
  });
});
