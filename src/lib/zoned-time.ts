/**
 * Moments and the clock on the wall of a time zone, in both directions, by what the browser knows of zones (Intl). Days
 * on which the clocks change have 23 or 25 hours here, and an hour that does not exist is never invented.
 */
import { addDays, dayOf, utcOf, type Day } from './days.ts';

/** What a clock on the wall shows. */
export interface WallTime {
  readonly day: Day;
  /** Since its midnight as the clock shows it: 630 is half past ten, on every day. */
  readonly minutes: number;
}

const minute = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** @throws {RangeError} for a zone that the browser does not know */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(formatterOf(zone));
  } catch {
    return false;
  }
}

/** The zone that the browser lives in. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
export function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = value;
  const number = (part: Intl.DateTimeFormatPartTypes) => Number(parts[part]);
  const year = parts.era === 'BC' ? 1 - number('year') : number('year');
  const wall = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for others.
  wall.setUTCFullYear(year, number('month') - 1, number('day'));
  wall.setUTCHours(number('hour'), number('minute'), number('second'));
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

export function wallTime(instant: number, zone: string): WallTime {
  const wall = instant + offsetAt(instant, zone);
  const day = dayOf(wall);
  return { day, minutes: Math.floor((wall - utcOf(day)) / minute) };
}

/**
 * The moment at which the clock on the wall shows this. Of a time that comes twice, the first; a time that is left out
 * is taken as far after the gap as it lies in it, which is what a clock that nobody put forward would mean.
 */
export function instantOf(day: Day, minutes: number, zone: string): number {
  const wall = utcOf(day) + minutes * minute;
  // The offset is wanted of a moment that is not known yet: it is one of those a day before and a day after.
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  for (const offset of before === after ? [before] : [before, after].toSorted((a, b) => b - a)) {
    if (offsetAt(wall - offset, zone) === offset) return wall - offset;
  }
  return wall - before;
}

/** Whether the clock on the wall shows the time of this moment once more, sooner or later, because it is put back. */
export function comesTwice(instant: number, zone: string): boolean {
  const here = offsetAt(instant, zone);
  return [instant - 86_400_000, instant + 86_400_000].some((near) => {
    const there = offsetAt(near, zone);
    return there !== here && offsetAt(instant + here - there, zone) === there;
  });
}

/** The first moment of a day: one o'clock where the clocks go forward at midnight. */
export function startOfDay(day: Day, zone: string): number {
  return instantOf(day, 0, zone);
}

/** 24, but for the days on which the clocks change. */
export function hoursOf(day: Day, zone: string): number {
  return (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / 3_600_000;
}
