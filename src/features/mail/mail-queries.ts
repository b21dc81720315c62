/** The questions of a message list as queries. Keys of mail are spelled in files that end in `-queries` only. */
import { queryOptions } from '@tanstack/react-query';
import { getFolder, listPage, type MessagePage } from './mail-api.ts';
import { pageBefore } from './mail-pages.ts';
import { isSearch, type MailSource } from './mail-source.ts';

export const mailQueries = {
  /** Every piece of one list, or of all. */
  pages: (source?: MailSource) => ({ queryKey: ['mail', 'page', ...(source ? [source] : [])] }),

  /** One piece of a list, newest first. */
  page: (source: MailSource, at: number) =>
    queryOptions({
      queryKey: ['mail', 'page', source, { at }],
      queryFn: ({ signal, client }): Promise<MessagePage> => {
        const before = pageBefore(at, isSearch(source));
        const shift = client.getQueryData(mailQueries.shift(source).queryKey) ?? 0;
        const known =
          before === undefined
            ? undefined
            : client.getQueryData<MessagePage>(['mail', 'page', source, { at: before }]);
        // The link counts in slots as they were when it was given.
        const next = known?.shift === shift ? known.next : undefined;
        return listPage(source, { at, next, shift }, signal);
      },
      // Asking again would move what is being read. News arrive by another question, and the screen has a button.
      staleTime: Infinity,
    }),

  /** By how many slots the messages of a list have moved down since it was fetched; nobody is asked for it. */
  shift: (source: MailSource) => queryOptions<number>({ queryKey: ['mail', 'shift', source] }),

  folder: (folder: string) =>
    queryOptions({
      queryKey: ['mail', 'folder', { folder }],
      queryFn: ({ signal }) => getFolder(folder, signal),
    }),

  anyFolder: () => ({ queryKey: ['mail', 'folder'] }),

  /** Every list of folders; what asks for them is fetched later (folders-queries.ts). */
  anyFolders: () => ({ queryKey: ['mail', 'folders'] }),

  /** Where a list was scrolled to, in pixels; nobody is asked for it. */
  place: (source: MailSource) => queryOptions<number>({ queryKey: ['mail', 'place', source] }),
};
