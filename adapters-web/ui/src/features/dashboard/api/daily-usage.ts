import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type UsageDay = Schemas['DailyUsage']['items'][number];

/** What was used on each of the last 30 days, the earliest first; days are those of UTC, as the quota's. */
export const dailyUsageQuery = queryOptions({
  queryKey: ['usage', 'daily'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/usage/daily', { signal })),
});
