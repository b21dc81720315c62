import { daysBetween, type Day } from '#lib/days.ts';
import { offsetAt, startOfDay, wallTime } from '#lib/zoned-time.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Span } from './columns.ts';

/** What an event takes up in one day's column, in minutes by the clock on the wall. */
export interface Segment extends Span {
  readonly event: CalendarEvent;
  /** It began the day before, or goes on the day after. */
  readonly isContinued: boolean;
  readonly goesOn: boolean;
}

/** An event that fills days: a bar over their columns. */
export interface Bar {
  readonly event: CalendarEvent;
  /** Columns, both included, within those shown. */
  readonly first: number;
  readonly last: number;
  readonly isContinued: boolean;
  readonly goesOn: boolean;
}

/** The days that an event touches in a zone, both included. */
export function daysOf({ when }: CalendarEvent, zone: string): { first: Day; last: Day } {
  if (when.kind === 'days') return when;
  const first = wallTime(when.start, zone).day;
  // What ends at midnight does not touch the day that begins there.
  const last = when.end > when.start ? wallTime(when.end - 1, zone).day : first;
  return { first, last };
}

/** Whole days, and what lasts as long as one: these stand above the hours, not among them. */
export function fillsDays({ when }: CalendarEvent): boolean {
  return when.kind === 'days' || when.end - when.start >= 86_400_000;
}

/** Bars over a row of days that follow each other. */
export function barsOf(
  events: readonly CalendarEvent[],
  days: readonly Day[],
  zone: string,
): Bar[] {
  const [begin, end] = [days[0], days.at(-1)];
  if (begin === undefined || end === undefined) return [];
  return events.filter(fillsDays).flatMap((event): Bar[] => {
    const { first, last } = daysOf(event, zone);
    if (last < begin || first > end) return [];
    return [
      {
        event,
        first: Math.max(0, daysBetween(begin, first)),
        last: Math.min(days.length - 1, daysBetween(begin, last)),
        isContinued: first < begin,
        goesOn: last > end,
      },
    ];
  });
}

/** What stands among the hours of a day. An event over midnight stands in both days. */
export function segmentsOf(events: readonly CalendarEvent[], day: Day, zone: string): Segment[] {
  return events.flatMap((event): Segment[] => {
    const { when } = event;
    if (when.kind === 'days' || fillsDays(event)) return [];
    const { first, last } = daysOf(event, zone);
    if (last < day || first > day) return [];
    const span = spanInDay(when.start, when.end, day, zone);
    return [{ event, ...span, isContinued: first < day, goesOn: last > day }];
  });
}

/** The part of a time that lies in a day which it touches. */
export function spanInDay(start: number, end: number, day: Day, zone: string): Span {
  const begin = Math.max(start, startOfDay(day, zone));
  const from = wallTime(begin, zone).minutes;
  const last = wallTime(end, zone);
  if (last.day > day) return { from, to: 1440 };
  return { from, to: Math.max(from, last.minutes, latestBefore(begin, end, zone)) };
}

/**
 * What the clock showed when it was put back between two moments: an end in the hour that comes twice stands higher on the
 * wall than what was passed on the way. 0 where it was not.
 */
function latestBefore(start: number, end: number, zone: string): number {
  const after = offsetAt(end, zone);
  if (offsetAt(start, zone) <= after) return 0;
  // Clocks are changed at quarters of an hour.
  let turn = Math.floor(end / 900_000) * 900_000;
  while (turn > start && offsetAt(turn - 1, zone) === after) turn -= 900_000;
  return wallTime(turn - 1, zone).minutes + 1;
}
