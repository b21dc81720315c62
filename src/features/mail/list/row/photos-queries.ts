import { queryOptions, skipToken } from '@tanstack/react-query';

export const photosQueries = {
  /** What is known of faces, by address; null where there is none. Filled in batches, so nobody is asked for all of it. */
  known: () =>
    queryOptions<Readonly<Record<string, Blob | null>>>({
      queryKey: ['mail', 'photos', {}],
      queryFn: skipToken,
      staleTime: Infinity,
    }),
};
