import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listAnnouncements, listIssues, readServices } from './health-api.ts';

export const healthQueries = {
  services: () =>
    queryOptions({
      queryKey: ['health', 'services', {}],
      queryFn: ({ signal }) => readServices(signal),
    }),
  issues: () =>
    infiniteQueryOptions({
      queryKey: ['health', 'issues', {}],
      queryFn: ({ pageParam, signal }) => listIssues(pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  announcements: () =>
    infiniteQueryOptions({
      queryKey: ['health', 'announcements', {}],
      queryFn: ({ pageParam, signal }) => listAnnouncements(pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
};
