import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type HistoryEvent = Schemas['SupportEvent'];
export type Change = Schemas['SupportChange'];

/** Something that has a history, and how its personal texts are to be shown. */
export interface Subject {
  type: string;
  id: string;
  unmask: boolean;
}

const PAGE = 100;

/** How many events before the one that is looked for are shown with it. */
const BEFORE = 40;

interface Stretch {
  after: number;
  limit: number;
}

/**
 * The events of something, the oldest first.
 *
 * @param anchor an event that has to be on the first page; pages before and behind it can be asked for
 */
export function eventsQuery({ type, id, unmask }: Subject, anchor: number) {
  return infiniteQueryOptions({
    queryKey: ['support', 'events', type, id, unmask, anchor],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/support/aggregates/{type}/{id}/events', {
          params: { path: { type, id }, query: { ...pageParam, unmask }, header: because() },
          signal,
        }),
      ),
    initialPageParam: { after: Math.max(-1, anchor - BEFORE), limit: PAGE } satisfies Stretch,
    getNextPageParam: last =>
      last.nextAfter === null || last.nextAfter === undefined ? undefined : { after: last.nextAfter, limit: PAGE },
    getPreviousPageParam: first => {
      const oldest = first.items[0]?.sequence ?? 0;
      return oldest > 0 ? { after: Math.max(-1, oldest - PAGE - 1), limit: Math.min(PAGE, oldest) } : undefined;
    },
  });
}

/** What something was like at a point: after an event, or at an instant. */
export function stateQuery({ type, id, unmask }: Subject, at: string) {
  return queryOptions({
    queryKey: ['support', 'state', type, id, unmask, at],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/support/aggregates/{type}/{id}/state', {
          params: { path: { type, id }, query: { at, unmask }, header: because() },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What an event changed. */
export function changesQuery({ type, id, unmask }: Subject, sequence: number) {
  return queryOptions({
    queryKey: ['support', 'changes', type, id, unmask, sequence],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/support/aggregates/{type}/{id}/diff', {
          params: {
            path: { type, id },
            query: { from: `${sequence - 1}`, to: `${sequence}`, unmask },
            header: because(),
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
