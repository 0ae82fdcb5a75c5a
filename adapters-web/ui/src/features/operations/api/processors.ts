import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { because } from '@/shared/staff/reason';

export type Processor = Schemas['Processor'];

const EVERY_MILLIS = 4_000;

/** What follows the events, asked again every few seconds while somebody looks. */
export const processorsQuery = queryOptions({
  queryKey: ['operations', 'processors'],
  queryFn: ({ signal }) => unwrap(api.GET('/support/processors', { params: { header: because() }, signal })),
  refetchInterval: EVERY_MILLIS,
  staleTime: 0,
});
