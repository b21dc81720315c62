import { queryOptions } from '@tanstack/react-query';
import {
  getAttachedItem,
  getAttachmentContent,
  getHeaders,
  getMessage,
  getPlainText,
  getReference,
  getSource,
  listAttachments,
} from './message-api.ts';

export const messageQueries = {
  message: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'message', { id }],
      queryFn: ({ signal }) => getMessage(id, signal),
      staleTime: 5 * 60_000,
    }),

  headers: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'headers', { id }],
      queryFn: ({ signal }) => getHeaders(id, signal),
      staleTime: Infinity,
      retry: false,
    }),

  plainText: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'plain-text', { id }],
      queryFn: ({ signal }) => getPlainText(id, signal),
      staleTime: Infinity,
    }),

  source: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'source', { id }],
      queryFn: async ({ signal }) => {
        const file = await getSource(id, signal);
        return { file, text: await file.text() };
      },
      staleTime: Infinity,
      // With its attachments in it a letter can be large.
      gcTime: 60_000,
    }),

  attachedItem: (message: string, attachment: string) =>
    queryOptions({
      queryKey: ['mail', 'attached-item', { message, attachment }],
      queryFn: ({ signal }) => getAttachedItem(message, attachment, signal),
      staleTime: Infinity,
    }),

  reference: (message: string, attachment: string) =>
    queryOptions({
      queryKey: ['mail', 'reference', { message, attachment }],
      queryFn: ({ signal }) => getReference(message, attachment, signal),
      staleTime: Infinity,
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

  attachmentText: (message: string, attachment: string) =>
    queryOptions({
      queryKey: ['mail', 'attachment-text', { message, attachment }],
      queryFn: async ({ signal }) =>
        (await getAttachmentContent(message, attachment, signal)).text(),
      staleTime: Infinity,
    }),
};
