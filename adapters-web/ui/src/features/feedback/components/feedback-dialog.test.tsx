import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, server } from '@/testing/server';
import { pageName } from '../page-name';
import { FeedbackDialog } from './feedback-dialog';

const shown = async (onClose: () => void = () => undefined) => {
  await logIn();
  return show(<FeedbackDialog open onClose={onClose} />, {
    path: '/chat/$conversationId',
    at: '/chat/cnv_01m81y2d0z495pg497f5262kb3',
  });
};

describe('feedback', () => {
  it('is sent with its kind and the page, and thanked for', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/feedback', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ id: 'fbk_1' }, { status: 201 });
      }),
    );
    const close = vi.fn();
    const { user } = await shown(close);
    await user.selectOptions(screen.getByLabelText('What is it?'), 'Something is broken');
    await user.type(screen.getByLabelText('Your words'), 'It hangs.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Thank you!')).toBeVisible();
    expect(sent).toEqual({ category: 'bug', message: 'It hangs.', page: '/chat/…' });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(close).toHaveBeenCalledOnce();
  });

  it('keeps its text when the server does not answer, and goes out later', async () => {
    server.use(http.post('*/api/feedback', () => HttpResponse.error()));
    const { user } = await shown();
    await user.type(screen.getByLabelText('Your words'), 'Lovely.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(screen.getByLabelText('Your words')).toHaveValue('Lovely.');
    answers('post', '/api/feedback', { id: 'fbk_1' }, 201);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Thank you!')).toBeVisible();
  });

  it('needs some words', async () => {
    const { user } = await shown();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(screen.getByLabelText('Your words')).toHaveFocus();
    expect(screen.getByLabelText('Your words')).toHaveAccessibleDescription(/Write some words first/);
  });
});

describe('the name of a page', () => {
  it.each([
    ['/dashboard', '/dashboard'],
    ['/chat/cnv_01m81y2d0z495pg497f5262kb3', '/chat/…'],
    ['/staff/support/quota/quota_usr_01m81xy33jaxs755szwydy33ty_2026-11-22', '/staff/support/quota/…'],
  ])('of %s is %s', (path, name) => {
    expect(pageName(path)).toBe(name);
  });
});
