import type * as wire from '#contract/calendar.ts';
import { isDay } from '#lib/days.ts';
import { instantOf } from '#lib/zoned-time.ts';
import { calendarDay, calendarMoment } from './ics-text.ts';

const places: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
};

/**
 * The rule of a series as RFC 5545 section 3.3.10 writes it; `undefined` for a pattern that nobody knows.
 * @param zone in which the series was planned; `undefined` for whole days, which have none
 */
export function recurrenceRule(
  { pattern, range }: wire.PatternedRecurrence,
  zone: string | undefined,
): string | undefined {
  const how = pattern && parts(pattern);
  return how ? [...how, ...endParts(range ?? {}, zone)].join(';') : undefined;
}

function parts(pattern: wire.RecurrencePattern): string[] | undefined {
  const { type, dayOfMonth = 1, month } = pattern;
  const days = (pattern.daysOfWeek ?? []).map(weekday);
  const every = (unit: string, count = pattern.interval ?? 1) =>
    count > 1 ? [`FREQ=${unit}`, `INTERVAL=${count}`] : [`FREQ=${unit}`];
  switch (type) {
    case 'daily':
      return every('DAILY');
    case 'weekly':
      return [
        ...every('WEEKLY'),
        ...(days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
        // Which weeks are left out depends on where weeks begin.
        `WKST=${weekday(pattern.firstDayOfWeek ?? 'sunday')}`,
      ];
    case 'absoluteMonthly':
      // Exchange takes the last day of a month that has not so many; a rule can say that of the 31st only. For the 29th
      // and 30th Exchange writes their number too, and such a rule leaves February out.
      return [...every('MONTHLY'), `BYMONTHDAY=${dayOfMonth > 30 ? -1 : dayOfMonth}`];
    case 'relativeMonthly':
      return [...every('MONTHLY'), ...nthParts(days, pattern.index)];
    case 'absoluteYearly': {
      const length = new Date(Date.UTC(2023, month ?? 1, 0)).getUTCDate();
      const date = dayOfMonth > length ? -1 : dayOfMonth;
      return [...every('YEARLY'), ...(month ? [`BYMONTH=${month}`] : []), `BYMONTHDAY=${date}`];
    }
    case 'relativeYearly':
      // The same as twelve months: several readers pick a place among days in months only.
      return [...every('MONTHLY', 12 * (pattern.interval ?? 1)), ...nthParts(days, pattern.index)];
    default:
      return undefined;
  }
}

function weekday(name: string): string {
  return name.slice(0, 2).toUpperCase();
}

function nthParts(days: readonly string[], index: string | null | undefined): string[] {
  const place = places[index ?? 'first'] ?? 1;
  if (days.length === 7) return [`BYMONTHDAY=${place}`];
  return days.length === 1
    ? [`BYDAY=${place}${days.join('')}`]
    : [`BYDAY=${days.join(',')}`, `BYSETPOS=${place}`];
}

function endParts(
  { type, endDate, numberOfOccurrences }: wire.RecurrenceRange,
  zone: string | undefined,
): string[] {
  if (type === 'numbered' && numberOfOccurrences) return [`COUNT=${numberOfOccurrences}`];
  if (type !== 'endDate' || !endDate || !isDay(endDate)) return [];
  // The day is included, whatever the hour of the event; of whole days it is told as a day, otherwise in UTC.
  return [
    `UNTIL=${zone ? calendarMoment(instantOf(endDate, 24 * 60 - 1, zone)) : calendarDay(endDate)}`,
  ];
}
