import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listContactFolders, listContacts, readContact } from './contacts-api.ts';
import { listPeople } from '#features/contacts/people/people-api.ts';
import { readPhoto } from './photos-api.ts';

export const contactsQueries = {
  /** Of the default folder unless another is named. */
  list: (folder?: string) =>
    infiniteQueryOptions({
      queryKey: ['contacts', 'list', { folder }],
      queryFn: ({ pageParam, signal }) => listContacts(folder, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      // An address book changes rarely, and reading it again means all of its pages.
      staleTime: 10 * 60_000,
    }),

  folders: () =>
    queryOptions({
      queryKey: ['contacts', 'folders', {}],
      queryFn: ({ signal }) => listContactFolders(signal),
      staleTime: 10 * 60_000,
    }),

  contact: (id: string) =>
    queryOptions({
      queryKey: ['contacts', 'contact', { id }],
      queryFn: ({ signal }) => readContact(id, signal),
    }),

  people: (search: string) =>
    queryOptions({
      queryKey: ['contacts', 'people', { search }],
      queryFn: ({ signal }) => listPeople(search, signal),
      staleTime: 10 * 60_000,
    }),

  /** `null` where there is no photo, which is an answer like another and is kept like one. */
  photo: (id: string) =>
    queryOptions({
      queryKey: ['contacts', 'photo', { id }],
      queryFn: ({ signal }) => readPhoto(id, signal),
      staleTime: Infinity,
      retry: false,
    }),
};
