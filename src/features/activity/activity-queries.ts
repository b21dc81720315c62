import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ContentType } from './activity.ts';
import { listSubscriptions, readContent } from './activity-api.ts';

export const activityQueries = {
  subscriptions: (tenant: string) =>
    queryOptions({
      queryKey: ['activity', 'subscriptions', { tenant }],
      queryFn: ({ signal }) => listSubscriptions(tenant, signal),
    }),
  content: (tenant: string, type: ContentType, daysAgo: number) =>
    infiniteQueryOptions({
      queryKey: ['activity', 'content', { tenant, type, daysAgo }],
      queryFn: ({ pageParam, signal }) => readContent(tenant, { type, daysAgo }, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      staleTime: 10 * 60_000,
    }),
};
