import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { quotaQuery } from '@/shared/data/quota';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { QueryView } from './query-view';

function Tier() {
  return <QueryView query={useQuery(quotaQuery)}>{quota => <p>Tier {quota.tier}</p>}</QueryView>;
}

const QUOTA = { tier: 'basic' };

describe('what is asked from the server', () => {
  it('is shown when it is there, asked for with the token of the member', async () => {
    await logIn();
    let header: string | null = null;
    server.use(
      http.get('*/api/usage/quota', ({ request }) => {
        header = request.headers.get('Authorization');
        return HttpResponse.json(QUOTA);
      }),
    );
    await show(<Tier />);
    expect(await screen.findByText('Tier basic')).toBeVisible();
    expect(header).toBe('Bearer token-of-ada');
  });

  it('can be asked for again when the server did not answer', async () => {
    await logIn();
    server.use(http.get('*/api/usage/quota', () => HttpResponse.error()));
    const { user } = await show(<Tier />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    answers('get', '/api/usage/quota', QUOTA);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Tier basic')).toBeVisible();
  });

  it('is refused in words that name the role', async () => {
    await logIn();
    server.use(http.get('*/api/usage/quota', () => problem(403, 'forbidden')));
    await show(<Tier />);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});
