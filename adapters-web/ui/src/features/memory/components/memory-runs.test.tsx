import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { MemoryRuns } from './memory-runs';

const RUN = {
  runId: 'run_1',
  worker: 'distillation',
  at: '2026-11-22T03:00:00Z',
  promoted: 2,
  merged: 1,
  superseded: 0,
  expired: 0,
  stored: 0,
  undone: 0,
};

beforeEach(() => logIn());

describe('what changed by itself', () => {
  it('is told in words, without what did not happen', async () => {
    answers('get', '/api/memory/runs', { items: [RUN] });
    await show(<MemoryRuns />);
    const run = (await screen.findByRole('heading', { name: 'Sorted your memories' })).closest('li') as HTMLElement;
    expect(within(run).getByText('2 moved up, as they were of use')).toBeVisible();
    expect(within(run).getByText('1 joined with one that says the same')).toBeVisible();
    expect(within(run).queryByText(/faded|learnt|replaced/)).toBeNull();
  });

  it('is taken back as a whole, after asking', async () => {
    answers('get', '/api/memory/runs', { items: [RUN] });
    server.use(
      http.post('*/api/memory/runs/run_1/undo', () => {
        answers('get', '/api/memory/runs', { items: [{ ...RUN, undone: 3 }] });
        return HttpResponse.json({ undone: 2, skipped: 1 });
      }),
    );
    const { user } = await show(<MemoryRuns />);
    await user.click(await screen.findByRole('button', { name: 'Take all of this back' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Take all of this back?' }));
    await user.click(question.getByRole('button', { name: 'Take all of this back' }));
    expect(await screen.findByText('2 memories are as they were before. 1 was changed since and stays.')).toBeVisible();
    expect(await screen.findByText('3 changes taken back')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Take all of this back' })).toBeNull());
  });

  it('stays when that fails', async () => {
    answers('get', '/api/memory/runs', { items: [RUN] });
    server.use(http.post('*/api/memory/runs/run_1/undo', () => problem(409, 'run_in_progress')));
    const { user } = await show(<MemoryRuns />);
    await user.click(await screen.findByRole('button', { name: 'Take all of this back' }));
    const question = within(await screen.findByRole('alertdialog'));
    await user.click(question.getByRole('button', { name: 'Take all of this back' }));
    expect(await screen.findAllByText(/This is running right now/)).not.toHaveLength(0);
    expect(await screen.findByRole('button', { name: 'Take all of this back' })).toBeVisible();
  });

  it('is nothing at first, and why', async () => {
    answers('get', '/api/memory/runs', { items: [] });
    await show(<MemoryRuns />);
    expect(await screen.findByText('Nothing has changed by itself yet')).toBeVisible();
  });
});
