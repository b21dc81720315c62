/** Days and times as the calendar writes them, in the zone that it shows. */
import { locale } from '#lib/format-date.ts';
import { utcOf, type Day } from '#lib/days.ts';
import { comesTwice, instantOf, offsetAt, wallTime } from '#lib/zoned-time.ts';
import type { Response, ShowAs, When } from '#features/calendar/events/calendar-event.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Constructing one costs more than a hundred uses of it.
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, known);
  return known;
}

const ofDay = (options: Intl.DateTimeFormatOptions) => (day: Day) =>
  format('UTC', options).format(utcOf(day));

/** `Fri` */
export const shortWeekday = ofDay({ weekday: 'short' });
/** `Friday 20 November 2026` */
export const fullDay = ofDay({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** `Friday 20 November` */
export const dayHeading = ofDay({ weekday: 'long', day: 'numeric', month: 'long' });
/** `20 Nov` */
export const shortDay = ofDay({ day: 'numeric', month: 'short' });
/** `November 2026` */
export const monthHeading = ofDay({ month: 'long', year: 'numeric' });

/** `16–22 November 2026`, `30 Mar – 5 Apr 2026`; what both ends share is said once. */
export function rangeInWords(from: Day, to: Day): string {
  const month = from.slice(0, 7) === to.slice(0, 7) ? 'long' : 'short';
  const options = { day: 'numeric', month, year: 'numeric' } as const;
  return format('UTC', options).formatRange(utcOf(from), utcOf(to));
}

export interface Nothing {
  readonly title: string;
  readonly words: string;
}

/** For days on which nothing was found, where everything has been looked through. */
export function nothingInWords(from: Day, to: Day, calendars: number): Nothing {
  return calendars === 0
    ? { title: 'No calendar is chosen', words: 'What is planned stands here once one is.' }
    : {
        title: 'Nothing planned',
        words: `${rangeInWords(from, to)} is free in the calendars that are shown.`,
      };
}

/** `10:30` */
export function clock(instant: number, zone: string): string {
  return format(zone, { timeStyle: 'short' }).format(instant);
}

/**
 * Whether two times by the clock do not say how long lies between: one of them comes twice, or the clocks are changed in
 * between.
 */
function needOffsets(start: number, end: number, zone: string): boolean {
  const around = [start - 86_400_000, start, end, end + 86_400_000];
  const [before, atStart, atEnd, after] = around.map((instant) => offsetAt(instant, zone));
  if (atStart !== atEnd) return true;
  return (before !== atStart || after !== atEnd) && [start, end].some((at) => comesTwice(at, zone));
}

/** `10:30` and `11:00`; `02:45 GMT+2` and `02:15 GMT+1` where the hour alone would mislead. */
export function clockEnds(start: number, end: number, zone: string): [string, string] {
  const withOffset = needOffsets(start, end, zone);
  const inWords = (at: number) =>
    withOffset ? `${clock(at, zone)} ${offsetInWords(at, zone)}` : clock(at, zone);
  return [inWords(start), inWords(end)];
}

/** `10:30–11:00`; of which days, the place where it stands says. */
export function clockRange(start: number, end: number, zone: string): string {
  const [from, to] = clockEnds(start, end, zone);
  if (start === end) return from;
  if (needOffsets(start, end, zone)) return `${from} – ${to}`;
  if (end - start < 43_200_000 && wallTime(start, zone).day === wallTime(end, zone).day) {
    return format(zone, { timeStyle: 'short' }).formatRange(start, end);
  }
  // A range over two days would say both dates.
  return `${from}–${to}`;
}

/** The hour of a row: `09:00`, `9:00 AM`. */
export function hourInWords(minutes: number): string {
  return format('UTC', { timeStyle: 'short' }).format(minutes * 60_000);
}

/** `Fri, 20 November 2026, 10:30 – 11:00` */
export function whenInWords(when: When, zone: string): string {
  if (when.kind === 'days') {
    const { first, last } = when;
    return first === last ? `${fullDay(first)}, all day` : `${rangeInWords(first, last)}, all day`;
  }
  const { start, end } = when;
  const date = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (!needOffsets(start, end, zone)) {
    const full = format(zone, { ...date, hour: 'numeric', minute: '2-digit' });
    return full.formatRange(start, end);
  }
  // A range of the browser's own would say one time for both ends where they read alike, and hide an hour.
  const [from, to] = clockEnds(start, end, zone);
  const dates = [start, end].map((at) => format(zone, date).format(at));
  if (start === end) return `${dates[0]}, ${from}`;
  return `${dates[0]}, ${from} – ${dates[0] === dates[1] ? to : `${dates[1]}, ${to}`}`;
}

/** `Lisbon` */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `GMT+5:30` */
export function offsetInWords(instant: number, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? '−' : '+';
  return `GMT${sign}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

export const responseWords: Readonly<Record<Response, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Perhaps',
  organizer: 'Organiser',
  none: 'No answer',
  notResponded: 'No answer',
};

export const showAsWords: Readonly<Record<ShowAs, string>> = {
  free: 'Shown as free',
  tentative: 'Shown as tentative',
  busy: 'Shown as busy',
  oof: 'Out of office',
  workingElsewhere: 'Working elsewhere',
  unknown: '',
};

/** What is particular about the clocks of a day, in words; nothing on most days. */
export function clockChange(day: Day, hours: number): string | undefined {
  if (hours === 24) return undefined;
  const change = hours < 24 ? 'Clocks go forward' : 'Clocks go back';
  return `${change}: ${shortDay(day)} has ${hours} hours`;
}

/** `23 h`, `24½ h`: on a phone there is little room beside a day. */
export function shortHours(hours: number): string {
  const [whole, rest] = [Math.floor(hours), hours % 1];
  return `${rest === 0.5 ? `${whole || ''}½` : hours} h`;
}

export interface Shift {
  /** `+1 h`, `−½ h` */
  readonly short: string;
  readonly words: string;
}

/** Where clocks are changed in one zone and not yet in the other, a day lies otherwise beside than the day of the axis. */
export function besideShift(
  beside: string,
  zone: string,
  axisDay: Day,
  day: Day,
): Shift | undefined {
  const ahead = (each: Day) => {
    const noon = instantOf(each, 720, zone);
    return offsetAt(noon, beside) - offsetAt(noon, zone);
  };
  const minutes = Math.round((ahead(day) - ahead(axisDay)) / 60_000);
  if (minutes === 0) return undefined;
  const hours = shortHours(Math.abs(minutes) / 60);
  const length = Math.abs(minutes) % 60 ? `${Math.abs(minutes)} min` : hours;
  return {
    short: `${minutes < 0 ? '−' : '+'}${hours}`,
    words: `${shortDay(day)}: in ${zoneName(beside)} it is ${length} ${minutes < 0 ? 'earlier' : 'later'} than it says beside the hours`,
  };
}
