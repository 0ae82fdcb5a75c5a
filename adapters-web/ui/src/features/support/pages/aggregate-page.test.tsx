import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepReason } from '@/shared/staff/reason';
import { logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { AggregatePage } from './aggregate-page';

const TYPES = ['conversation.started/1', 'conversation.turn-started/2', 'conversation.turn-completed/1'];

const event = (sequence: number) => ({
  sequence,
  eventId: `e-${sequence}`,
  type: TYPES[sequence],
  at: `2026-11-20T10:00:0${sequence}Z`,
  recordedAt: '2026-11-20T10:00:00Z',
  correlationId: 'c-1',
  causationId: null,
  actor: { kind: 'member', id: 'usr_bob' },
  understood: true,
  payload: sequence === 1 ? { turn: 'trn_1', prompt: '[masked: 9 characters]' } : { id: 'cnv_1' },
});

const BASE = '*/support/aggregates/conversation/cnv_1';
let asked: string[] = [];

beforeEach(async () => {
  asked = [];
  await logIn({ roles: ['SUPPORT'] });
  keepReason('ticket 4711');
  server.use(
    http.get(`${BASE}/events`, () => HttpResponse.json({ items: [event(0), event(1), event(2)], nextAfter: null })),
    http.get(`${BASE}/state`, ({ request }) => {
      const at = new URL(request.url).searchParams.get('at') ?? '';
      asked.push(at);
      const sequence = at.includes('T') ? 1 : Number(at);
      return HttpResponse.json({ sequence, at: null, passedOver: 0, state: { title: `as of ${sequence}`, turns: [] } });
    }),
    http.get(`${BASE}/diff`, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const to = Number(searchParams.get('to'));
      expect(Number(searchParams.get('from'))).toBe(to - 1);
      return HttpResponse.json({
        from: { sequence: to - 1 },
        to: { sequence: to },
        events: [],
        changes: to === 0 ? [] : [{ op: 'replace', path: '/turns/trn_1/status', before: 'OPEN', after: `step ${to}` }],
      });
    }),
  );
});
afterEach(() => sessionStorage.clear());

const shown = (at = '') =>
  show(<AggregatePage />, { path: '/staff/support/$type/$aggregateId', at: `/staff/support/conversation/cnv_1${at}` });

describe('the history of something', () => {
  it('begins at the event that the link names, with its state and what it changed', async () => {
    await shown('?at=2');
    expect(await screen.findByText('"as of 2"')).toBeVisible();
    expect(await screen.findByText('/turns/trn_1/status')).toBeVisible();
    expect(screen.getByText('"OPEN"')).toBeVisible();
    expect(screen.getByText('"step 2"')).toBeVisible();
    const list = screen.getByRole('list', { name: 'Events' });
    expect(within(list).getByRole('button', { current: 'step' })).toHaveTextContent('conversation.turn-completed/1');
  });

  it('moves by slider, which says where it is, and asks the server when it rests', async () => {
    await shown();
    expect(await screen.findByText('"as of 0"')).toBeVisible();
    expect(await screen.findByText('Nothing that is part of the state.')).toBeVisible();
    const slider = screen.getByRole('slider', { name: 'Point in its history' });
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Event 0, .*conversation\.started\/1$/));
    fireEvent.change(slider, { target: { value: '1' } });
    fireEvent.change(slider, { target: { value: '2' } });
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Event 2, .*turn-completed\/1$/));
    expect(await screen.findByText('"as of 2"')).toBeVisible();
    expect(asked).toEqual(['0', '2']);
  });

  it('moves by the list of events, too', async () => {
    const { user } = await shown();
    await user.click(await screen.findByRole('button', { name: /turn-started/ }));
    expect(await screen.findByText('"as of 1"')).toBeVisible();
  });

  it('goes to a moment that somebody remembers', async () => {
    const { user } = await shown();
    fireEvent.change(await screen.findByLabelText('As of'), { target: { value: '2026-11-20T11:00:01' } });
    await user.click(screen.getByRole('button', { name: 'Go there' }));
    expect(await screen.findByText('"as of 1"')).toBeVisible();
    expect(asked).toContain(new Date('2026-11-20T11:00:01').toISOString());
  });

  it('shows what the model was given, when asked to', async () => {
    answers('get', '/support/aggregates/conversation/cnv_1/turns/trn_1/context', {
      turnId: 'trn_1',
      sequence: 1,
      at: '2026-11-20T10:00:01Z',
      model: 'llama',
      complete: false,
      messages: [{ role: 'user', text: '<img src=x onerror=alert(1)>' }],
      memoriesUsed: [],
    });
    const { user } = await shown('?at=1');
    await user.click(await screen.findByRole('button', { name: 'Show what the model was given' }));
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(screen.getByText(/only the question is known/)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('says when there is no such thing', async () => {
    server.use(http.get(`${BASE}/events`, () => problem(404, 'not_found')));
    await shown();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('That is not there'));
  });
});
