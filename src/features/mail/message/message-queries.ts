import { queryOptions } from '@tanstack/react-query';
import { getAttachmentContent, getMessage, listAttachments } from './message-api.ts';

export const messageQueries = {
  message: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'message', { id }],
      queryFn: ({ signal }) => getMessage(id, signal),
      staleTime: 5 * 60_000,
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
};
