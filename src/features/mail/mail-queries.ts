/** The questions of the mail screen as queries; the only place where their keys are spelled. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  getAttachmentContent,
  getFolder,
  getMessage,
  listAttachments,
  listChildFolders,
  listFolders,
  listMessages,
} from './mail-api.ts';

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

  message: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'message', { id }],
      queryFn: ({ signal }) => getMessage(id, signal),
      staleTime: 5 * 60_000,
    }),

  folders: () =>
    queryOptions({
      queryKey: ['mail', 'folders', {}],
      queryFn: ({ signal }) => listFolders(signal),
    }),

  childFolders: (parent: string) =>
    queryOptions({
      queryKey: ['mail', 'folders', { parent }],
      queryFn: ({ signal }) => listChildFolders(parent, signal),
    }),

  folder: (folder: string) =>
    queryOptions({
      queryKey: ['mail', 'folder', { folder }],
      queryFn: ({ signal }) => getFolder(folder, signal),
    }),

  attachments: (message: string) =>
    queryOptions({
      queryKey: ['mail', 'attachments', { message }],
      queryFn: ({ signal }) => listAttachments(message, signal),
      staleTime: Infinity,
    }),

  attachmentContent: (message: string, attachment: string) =>
    queryOptions({
      queryKey: ['mail', 'attachment-content', { message, attachment }],
      queryFn: ({ signal }) => getAttachmentContent(message, attachment, signal),
      staleTime: Infinity,
      // Files can be large; nothing is gained by holding them.
      gcTime: 60_000,
    }),

  /** Where a folder's list was scrolled to, in pixels; nobody is asked for it. */
  place: (folder: string) => queryOptions<number>({ queryKey: ['mail', 'place', { folder }] }),
};
