import { addDays, type Day } from '#lib/days.ts';
import { instantOf, wallTime } from '#lib/zoned-time.ts';
import { zoneOf } from '#features/calendar/events/calendar-event.ts';
import type { EventDetails } from '#features/calendar/events/event-details.ts';
import { calendarOf, eventLines } from './ics.ts';
import { calendarDay, calendarMoment, calendarWall } from './ics-text.ts';
import { recurrenceRule } from './recurrence-rule.ts';
import { zoneLines } from './zone-lines.ts';

export interface Series {
  readonly master: EventDetails;
  /** Days of the series' own zone on which it is left out. */
  readonly cancelled: readonly Day[];
  /** What is otherwise than planned, and for when it was. */
  readonly changed: readonly { readonly event: EventDetails; readonly plannedAt: number }[];
}

/** How far the clocks' changes are told where a series has no end. Milliseconds. */
const far = 10 * 366 * 86_400_000;
const year = 366 * 86_400_000;

/**
 * A series as one event with its rule, the days that are left out, and those that were moved or reworded. It stays at its
 * hour when the clocks change, so its times are told in the zone that it was planned in. `undefined` where the rule or the
 * zone is one that nobody knows.
 */
export function seriesFile({ master, cancelled, changed }: Series, now: Date): string | undefined {
  const { recurrence, when, uid } = master;
  const named = recurrence?.range?.recurrenceTimeZone ?? '';
  const zone = when.kind === 'timed' ? zoneOf(named || master.madeIn) : undefined;
  // A zone that nobody knows is read as UTC, where the weekdays of a rule may be others.
  if (zone === 'UTC' && !/utc|gmt/i.test(named || master.madeIn)) return undefined;
  const rule = recurrence && recurrenceRule(recurrence, zone);
  if (!rule) return undefined;
  const stamp = stampIn(zone);
  const start = when.kind === 'timed' ? when.start : Date.parse(`${when.first}T00:00:00Z`);
  const except = cancelled.map((day) => stamp('EXDATE', onDay(day, start, zone)));
  return calendarOf([
    ...(zone && zone !== 'UTC'
      ? zoneLines(zone, start - year, Math.max(start, now.getTime()) + far)
      : []),
    ...eventLines(master, uid, [...span(master, stamp), `RRULE:${rule}`, ...except], now),
    ...changed.flatMap(({ event, plannedAt }) =>
      eventLines(event, uid, [...span(event, stamp), stamp('RECURRENCE-ID', plannedAt)], now),
    ),
  ]);
}

type Stamp = (name: string, at: number) => string;

/** How a moment is written: as a day, in UTC, or by the clock of a zone. */
function stampIn(zone: string | undefined): Stamp {
  return (name, at) => {
    if (zone === undefined)
      return `${name};VALUE=DATE:${calendarDay(new Date(at).toISOString().slice(0, 10))}`;
    return zone === 'UTC'
      ? `${name}:${calendarMoment(at)}`
      : `${name};TZID=${zone}:${calendarWall(at, zone)}`;
  };
}

function span({ when }: EventDetails, stamp: Stamp): string[] {
  const [start, end] =
    when.kind === 'timed'
      ? [when.start, when.end]
      : [when.first, addDays(when.last, 1)].map((day) => Date.parse(`${day}T00:00:00Z`));
  return [stamp('DTSTART', start ?? 0), stamp('DTEND', end ?? 0)];
}

/** The same hour on another day. */
function onDay(day: Day, start: number, zone: string | undefined): number {
  if (zone === undefined) return Date.parse(`${day}T00:00:00Z`);
  return instantOf(day, wallTime(start, zone).minutes, zone);
}
