import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listContacts, readContact } from './contacts-api.ts';

export const contactsQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['contacts', 'list', {}],
      queryFn: ({ pageParam, signal }) => listContacts(pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      // An address book changes rarely, and reading it again means all of its pages.
      staleTime: 10 * 60_000,
    }),
  contact: (id: string) =>
    queryOptions({
      queryKey: ['contacts', 'contact', { id }],
      queryFn: ({ signal }) => readContact(id, signal),
    }),
};
