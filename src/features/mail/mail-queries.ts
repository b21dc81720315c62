/** The questions of a message list as queries. Keys of mail are spelled in files that end in `-queries` only. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getFolder, listMessages } from './mail-api.ts';

export const mailQueries = {
  /** Newest first, by pages. */
  messages: (folder: string) =>
    infiniteQueryOptions({
      queryKey: ['mail', 'messages', { folder }],
      queryFn: ({ pageParam, signal }) => listMessages(folder, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      // Asking again would ask for every page that was ever scrolled to. The screen has a button for it.
      staleTime: Infinity,
    }),

  folder: (folder: string) =>
    queryOptions({
      queryKey: ['mail', 'folder', { folder }],
      queryFn: ({ signal }) => getFolder(folder, signal),
    }),

  /** Every list of folders; what asks for them is fetched later (folders-queries.ts). */
  anyFolders: () => ({ queryKey: ['mail', 'folders'] }),

  /** Where a folder's list was scrolled to, in pixels; nobody is asked for it. */
  place: (folder: string) => queryOptions<number>({ queryKey: ['mail', 'place', { folder }] }),
};
