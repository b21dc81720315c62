import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Range } from './calendar-api.ts';
import { calendarQueries } from './calendar-queries.ts';
import type { Calendar } from './calendars.ts';

/** The events of every calendar that is shown. What has come is there at once; one that fails hides no other. */
export function useEvents(calendars: readonly Calendar[], range: Range) {
  const { data: hidden } = useQuery(calendarQueries.hidden());
  const shown = calendars.filter(({ id }) => !hidden.includes(id));
  const answers = useQueries({
    queries: shown.map(({ id }) => calendarQueries.events(id, range)),
    combine: (all) => ({
      events: all.flatMap(({ data }) => data ?? noEvents),
      isLoading: all.some(({ isPending }) => isPending),
      delay: all.find(({ isPending, failureReason }) => isPending && failureReason !== null),
      error: all.find(({ error, data }) => error && !data)?.error ?? undefined,
      retry: () => {
        for (const { error, refetch } of all) if (error) void refetch();
      },
    }),
  });
  return { ...answers, shown };
}

const noEvents: readonly CalendarEvent[] = [];

/** Reads what lies before and after, once what is in sight has come, so that turning the page shows it at once. */
export function useNeighbours(
  calendars: readonly Calendar[],
  ranges: readonly Range[],
  isLoading: boolean,
): void {
  const queries = useQueryClient();
  const wanted = JSON.stringify([calendars.map(({ id }) => id), ranges]);
  useEffect(() => {
    if (isLoading) return;
    const timer = setTimeout(() => void readAhead(), 400);
    const readAhead = async () => {
      const [ids, all] = JSON.parse(wanted) as [string[], Range[]];
      // One after the other: a mailbox answers few questions at once, and none of these is waited for.
      for (const range of all) {
        for (const id of ids) await queries.prefetchQuery(calendarQueries.events(id, range));
      }
    };
    return () => clearTimeout(timer);
  }, [wanted, isLoading, queries]);
}
