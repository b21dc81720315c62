import { queryOptions } from '@tanstack/react-query';
import { readPhoto, readProfile } from './profile-api.ts';

export const profileQueries = {
  me: () =>
    queryOptions({
      queryKey: ['profile', 'me', {}],
      queryFn: ({ signal }) => readProfile(signal),
    }),
  photo: () =>
    queryOptions({
      queryKey: ['profile', 'photo', {}],
      queryFn: ({ signal }) => readPhoto(signal),
      staleTime: Infinity,
    }),
};
