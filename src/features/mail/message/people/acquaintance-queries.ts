import { queryOptions } from '@tanstack/react-query';
import { isOnlyOne, readBook } from './acquaintance-api.ts';

// Hints for a reader: where one cannot be had, nothing is missed, and it is not tried again.
export const acquaintanceQueries = {
  only: (address: string) =>
    queryOptions({
      queryKey: ['mail', 'only-from', { address: address.toLowerCase() }],
      queryFn: ({ signal }) => isOnlyOne(address, signal),
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
    }),

  book: () =>
    queryOptions({
      queryKey: ['mail', 'address-book', {}],
      queryFn: ({ signal }) => readBook(signal),
      staleTime: 10 * 60_000,
      gcTime: Infinity,
      retry: false,
    }),
};
