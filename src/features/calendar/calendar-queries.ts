import { queryOptions } from '@tanstack/react-query';
import {
  listCalendars,
  listEvents,
  readEvent,
  readMailboxZone,
  readRecurrence,
  readSchedule,
  type Range,
} from './calendar-api.ts';

export const calendarQueries = {
  /** @param me the person's own address, which tells their calendars from others' */
  calendars: (me: string | undefined) =>
    queryOptions({
      queryKey: ['calendar', 'calendars', {}],
      queryFn: ({ signal }) => listCalendars(me, signal),
      staleTime: 10 * 60_000,
    }),

  mailboxZone: () =>
    queryOptions({
      queryKey: ['calendar', 'mailbox-zone', {}],
      queryFn: ({ signal }) => readMailboxZone(signal),
      staleTime: 10 * 60_000,
      // The browser's own zone stands in for it.
      retry: false,
    }),

  events: (calendar: string, range: Range) =>
    queryOptions({
      queryKey: ['calendar', 'events', { calendar, ...range }],
      queryFn: ({ signal }) => listEvents(calendar, range, signal),
    }),

  event: (id: string) =>
    queryOptions({
      queryKey: ['calendar', 'event', { id }],
      queryFn: async ({ signal }) => (await readEvent(id, signal)) ?? null,
    }),

  recurrence: (master: string) =>
    queryOptions({
      queryKey: ['calendar', 'recurrence', { master }],
      queryFn: ({ signal }) => readRecurrence(master, signal),
      staleTime: 10 * 60_000,
    }),

  schedule: (address: string, range: Range) =>
    queryOptions({
      queryKey: ['calendar', 'schedule', { address, ...range }],
      queryFn: ({ signal }) => readSchedule(address, range, signal),
      retry: false,
    }),

  /** Which calendars are not shown; nobody is asked for it, and it lasts as long as the session. */
  hidden: () =>
    queryOptions<readonly string[]>({
      queryKey: ['calendar', 'hidden', {}],
      queryFn: () => [],
      initialData: [],
      staleTime: Infinity,
      gcTime: Infinity,
    }),
};
