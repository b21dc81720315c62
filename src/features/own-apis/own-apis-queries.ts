import { queryOptions } from '@tanstack/react-query';
import { ownApis } from '#api/own-api.ts';

export const ownApisQueries = {
  all: () =>
    queryOptions({
      queryKey: ['own-apis', 'list', {}],
      queryFn: () => ownApis(),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
