import { queryOptions } from '@tanstack/react-query';
import { listChildFolders, listFolders } from './folders-api.ts';

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
};
