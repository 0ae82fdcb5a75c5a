import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenTheme, chooseTheme } from '@/shared/lib/theme';
import { session } from '@/shared/session';
import { logIn, show } from '@/testing/render';
import { answers, server } from '@/testing/server';
import { Palette } from './palette';

const MEMORY = {
  id: 'mem_1',
  tier: 'LTM',
  kind: 'fact',
  content: 'Ada likes orchids',
  importance: 1,
  createdAt: '2026-11-01T10:00:00Z',
  occurredAt: '2026-11-01T10:00:00Z',
  evidence: [],
  score: 0.9,
};

async function open() {
  const onClose = vi.fn();
  const shown = await show(<Palette open onClose={onClose} />);
  const field = await screen.findByRole('combobox', { name: /Search pages/ });
  await waitFor(() => expect(field).toHaveFocus());
  return { ...shown, onClose };
}

describe('the palette', () => {
  beforeEach(async () => {
    await logIn();
    answers('get', '/api/intelligence/conversations', {
      items: [{ id: 'cnv_1', title: 'About orchids', updatedAt: '2026-11-01T10:00:00Z', turnCount: 1 }],
      nextCursor: null,
    });
    answers('get', '/api/memory/search', { results: [MEMORY] });
  });

  it('goes to a page by its name, with the keyboard alone', async () => {
    const { user, path, onClose } = await open();
    await user.keyboard('memor');
    await waitFor(() => expect(screen.getByRole('option', { name: 'Memory' })).toHaveAttribute('data-highlighted'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(path()).toBe('/memory'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('goes through what there is with the arrows', async () => {
    const { user, path } = await open();
    expect(screen.getByRole('option', { name: 'Overview' })).toHaveAttribute('data-highlighted');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(path()).toBe('/chat'));
  });

  it('finds conversations and memories, asked for once the typing rests', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/api/memory/search', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('q'));
        return HttpResponse.json({ results: [MEMORY] });
      }),
    );
    const { user, path } = await open();
    await user.keyboard('orchids');
    expect(await screen.findByRole('option', { name: 'About orchids' })).toBeVisible();
    await user.click(await screen.findByRole('option', { name: 'Ada likes orchids' }));
    await waitFor(() => expect(path()).toBe('/memory/mem_1'));
    expect(asked).toEqual(['orchids']);
  });

  it('opens a conversation', async () => {
    const { user, path } = await open();
    await user.keyboard('orchids');
    await user.click(await screen.findByRole('option', { name: 'About orchids' }));
    await waitFor(() => expect(path()).toBe('/chat/cnv_1'));
  });

  it('says when there is nothing, or when it could not be searched', async () => {
    answers('get', '/api/intelligence/conversations', { items: [], nextCursor: null });
    answers('get', '/api/memory/search', { results: [] });
    const { user } = await open();
    await user.keyboard('qqq');
    expect(await screen.findByText('Nothing found for these words.')).toBeVisible();
    server.use(http.get('*/api/memory/search', () => HttpResponse.error()));
    await user.keyboard('q');
    expect(await screen.findByText(/The search did not work/)).toBeVisible();
  });

  it('shows the pages of the staff to whoever has the role', async () => {
    await open();
    expect(screen.queryByRole('option', { name: 'Operations' })).not.toBeInTheDocument();
    await logIn({ roles: ['MEMBER', 'OPERATOR'] });
    expect(await screen.findByRole('option', { name: 'Operations' })).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Administration' })).not.toBeInTheDocument();
  });

  it('changes the appearance', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('option', { name: 'Appearance: Dark' }));
    expect(chosenTheme()).toBe('dark');
    chooseTheme('system');
  });

  it('logs out', async () => {
    answers('post', '/auth/logout', null, 204);
    const { user } = await open();
    const out = screen.getByRole('option', { name: 'Log out' });
    await user.click(out);
    await waitFor(() => expect(session.snapshot().status).toBe('visitor'));
  });
});
