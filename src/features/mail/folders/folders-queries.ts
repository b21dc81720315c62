import { queryOptions } from '@tanstack/react-query';
import { listChildFolders, listFolders, listHiddenFolders, listWhole } from './folders-api.ts';

export const foldersQueries = {
  top: () =>
    queryOptions({
      queryKey: ['mail', 'folders', {}],
      queryFn: ({ signal }) => listFolders(signal),
    }),

  children: (parent: string) =>
    queryOptions({
      queryKey: ['mail', 'folders', { parent }],
      queryFn: ({ signal }) => listChildFolders(parent, signal),
    }),

  hidden: () =>
    queryOptions({
      queryKey: ['mail', 'folders', { hidden: true }],
      queryFn: ({ signal }) => listHiddenFolders(signal),
    }),

  /** Every folder with the names of those it lies in, for finding one by its name. */
  whole: () =>
    queryOptions({
      queryKey: ['mail', 'folders', { whole: true }],
      queryFn: ({ client, signal }) => listWhole(client.fetchQuery(foldersQueries.top()), signal),
    }),
};
