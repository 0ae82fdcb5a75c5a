import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, server } from '@/testing/server';
import { DashboardPage } from './dashboard-page';

const amount = (limit: number, used: number) => ({ limit, used, reserved: 0, remaining: limit - used });

const QUOTA = {
  tier: 'free',
  periodStart: '2026-11-22T00:00:00Z',
  resetsAt: new Date(Date.now() + 5.5 * 3_600_000).toISOString(),
  resources: { tokens: amount(50_000, 10_000), messages: amount(50, 3), memories: amount(500, 10) },
  warnings: [],
};

const DAYS = {
  items: [
    { day: '2026-11-20', inputTokens: 1200, outputTokens: 800, turns: 4 },
    { day: '2026-11-21', inputTokens: 0, outputTokens: 0, turns: 0 },
    { day: '2026-11-22', inputTokens: 300, outputTokens: 200, turns: 1 },
  ],
};

const CONVERSATIONS = {
  items: [{ id: 'cnv_1', title: 'Balcony tomatoes', updatedAt: new Date().toISOString(), turnCount: 2 }],
};

function lifeOf(stats = { STM: 1, ITM: 2, LTM: 3, total: 6 }) {
  answers('get', '/api/usage/quota', QUOTA);
  answers('get', '/api/usage/daily', DAYS);
  answers('get', '/api/intelligence/conversations', CONVERSATIONS);
  answers('get', '/api/memory/stats', stats);
}

const page = () => show(<DashboardPage />, { path: '/dashboard' });

describe('the overview', () => {
  beforeEach(() => lifeOf());

  it('greets by name and tells what is left', async () => {
    await logIn();
    await page();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ada');
    const tokens = await screen.findByRole('meter', { name: 'Tokens' });
    expect(tokens).toHaveAttribute('aria-valuetext', '10,000 of 50,000 used, 40,000 left');
    expect(tokens).toHaveTextContent('40K');
    expect(screen.getByText(/Messages and tokens start anew in 5 hours, at \d/)).toBeVisible();
    expect(screen.getByText('Plan: Free')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'See the plans' })).toBeNull();
  });

  it('shows a way on when something is used up', async () => {
    answers('get', '/api/usage/quota', {
      ...QUOTA,
      resources: { ...QUOTA.resources, messages: amount(50, 50) },
    });
    await logIn();
    await page();
    expect(await screen.findByText(/Something is used up/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the plans' })).toHaveAttribute('href', '/billing');
  });

  it('says the usage as a table, too, with the latest day first', async () => {
    await logIn();
    const { user } = await page();
    expect(await screen.findByText('5 answers, with 2,500 tokens.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'DayAnswersTokens readTokens written',
      'Nov 221300200',
      'Nov 2041,200800',
    ]);
    await user.click(screen.getByRole('button', { name: 'Show as a chart' }));
    expect(await screen.findByRole('figure', { name: /Tokens read and written/ })).toBeVisible();
  });

  it('leads back to conversations and to the memories of a tier', async () => {
    await logIn();
    await page();
    expect(await screen.findByRole('link', { name: /Balcony tomatoes/ })).toHaveAttribute('href', '/chat/cnv_1');
    expect(screen.getByRole('link', { name: /Long-term\s*3/ })).toHaveAttribute('href', '/memory?tier=LTM');
    expect(screen.getByText('6 memories in all')).toBeVisible();
  });

  it('has no first steps for those who have taken them', async () => {
    await logIn();
    await page();
    await screen.findByText('6 memories in all');
    await screen.findByRole('link', { name: /Balcony tomatoes/ });
    expect(screen.queryByText('First steps')).toBeNull();
  });

  it('goes on without the part that fails, which can be asked for again', async () => {
    server.use(http.get('*/api/usage/daily', () => HttpResponse.error()));
    await logIn();
    const { user } = await page();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(await screen.findByRole('meter', { name: 'Messages' })).toBeVisible();
    answers('get', '/api/usage/daily', DAYS);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('5 answers, with 2,500 tokens.')).toBeVisible();
  });
});

describe('for newcomers', () => {
  beforeEach(() => {
    lifeOf({ STM: 0, ITM: 0, LTM: 0, total: 0 });
    answers('get', '/api/intelligence/conversations', { items: [] });
    answers('get', '/api/usage/daily', { items: DAYS.items.map(day => ({ ...day, turns: 0 })) });
  });

  it('the overview says how to begin', async () => {
    await logIn({ emailVerified: false });
    await page();
    expect(await screen.findByText('0 of 3 done')).toBeVisible();
    expect(screen.getByText('No conversation yet')).toBeVisible();
    expect(await screen.findByText('Nothing used yet')).toBeVisible();
  });

  it('the mail that verifies can be sent again', async () => {
    await logIn({ emailVerified: false });
    let sent = 0;
    server.use(
      http.post('*/auth/resend-verification', () => {
        sent++;
        return HttpResponse.json({ status: 'verification_sent' }, { status: 202 });
      }),
    );
    const { user } = await page();
    await user.click(await screen.findByRole('button', { name: 'Send it again' }));
    expect(await screen.findByText('The mail is on its way to you.')).toBeVisible();
    expect(sent).toBe(1);
  });

  it('a step that is taken says so', async () => {
    await logIn({ emailVerified: true });
    await page();
    expect(await screen.findByText('1 of 3 done')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Done: Verify your address' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Send it again' })).toBeNull();
  });
});
