import { queryOptions } from '@tanstack/react-query';
import { listConversation } from './conversation-api.ts';

export const conversationQueries = {
  any: () => ({ queryKey: ['mail', 'conversation'] }),

  messages: (conversation: string) =>
    queryOptions({
      queryKey: ['mail', 'conversation', { conversation }],
      queryFn: ({ signal }) => listConversation(conversation, signal),
      // A strip beside the letter: where it cannot be had, the letter is read without.
      retry: false,
      staleTime: 5 * 60_000,
    }),
};
