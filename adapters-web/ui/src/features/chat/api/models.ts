import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Model = Schemas['Model'];

/** The models that may answer. */
export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/intelligence/models', { signal })),
  staleTime: 5 * 60_000,
});
