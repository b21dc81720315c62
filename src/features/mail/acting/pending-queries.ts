import { queryOptions, skipToken } from '@tanstack/react-query';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Pending } from './pending.ts';

export const pendingQueries = {
  /** Nobody is asked for it. */
  all: () =>
    queryOptions<Pending>({
      queryKey: ['mail', 'pending', {}],
      queryFn: skipToken,
      staleTime: Infinity,
      gcTime: Infinity,
    }),

  /** Messages that were selected without being in the list: what acting needs to know of them. */
  bare: () =>
    queryOptions<Record<string, MessageSummary>>({
      queryKey: ['mail', 'bare', {}],
      queryFn: skipToken,
      staleTime: Infinity,
    }),
};

/** The messages that were opened (message-queries.ts). */
export function openMessages() {
  return { queryKey: ['mail', 'message'] };
}
