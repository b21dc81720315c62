import { queryOptions } from '@tanstack/react-query';
import { getMeeting, getOwnAnswer } from './meeting-api.ts';

export const meetingQueries = {
  meeting: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'meeting', { id }],
      queryFn: ({ signal }) => getMeeting(id, signal),
      staleTime: Infinity,
      retry: false,
    }),

  ownAnswer: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'own-answer', { id }],
      queryFn: ({ signal }) => getOwnAnswer(id, signal),
      // It may be given in the calendar meanwhile.
      staleTime: 60_000,
      retry: false,
    }),
};
