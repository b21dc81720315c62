import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '#api/api-error.ts';
import { graphBlob } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';

export const accountPhotoQueries = {
  /** `null` where there is no photo, which is an answer like another and is kept like one. */
  photo: () =>
    queryOptions({
      queryKey: ['shell', 'account-photo', {}],
      queryFn: async ({ signal }) => {
        try {
          return await graphBlob({
            path: '/me/photos/48x48/$value',
            scopes: scopes.profile,
            signal,
          });
        } catch (error) {
          if (error instanceof ApiError && error.status < 500) return null;
          throw error;
        }
      },
      staleTime: Infinity,
      retry: false,
    }),
};
