/** On which days something recurs (Graph recurrencePattern and recurrenceRange). A day is a number: days since 1970. */

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

export interface Pattern {
  readonly type:
    | 'daily'
    | 'weekly'
    | 'absoluteMonthly'
    | 'relativeMonthly'
    | 'absoluteYearly'
    | 'relativeYearly';
  readonly interval: number;
  readonly daysOfWeek?: readonly Weekday[];
  readonly dayOfMonth?: number;
  readonly month?: number;
  readonly index?: 'first' | 'second' | 'third' | 'fourth' | 'last';
  readonly firstDayOfWeek?: Weekday;
}

export interface Range {
  readonly first: number;
  /** Absent: without end. */
  readonly last?: number;
  readonly occurrences?: number;
}

const day = 86_400_000;

export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / day;
}

export function dateText(number: number): string {
  return new Date(number * day).toISOString().slice(0, 10);
}

/** Days of the recurrence from `from` up to and with `to`. */
export function daysBetween(pattern: Pattern, range: Range, from: number, to: number): number[] {
  const last = Math.min(to, range.last ?? to, endOf(pattern, range));
  const days: number[] = [];
  for (let at = Math.max(from, range.first); at <= last; at++) {
    if (recursOn(pattern, range.first, at)) days.push(at);
  }
  return days;
}

/** The last day of a recurrence that is counted. */
function endOf(pattern: Pattern, { first, occurrences }: Range): number {
  if (occurrences === undefined) return Number.POSITIVE_INFINITY;
  let [at, left] = [first - 1, occurrences];
  // A pattern that fits no day at all must not be looked through for ever.
  for (const end = first + 40_000; left > 0 && at < end;) {
    at++;
    if (recursOn(pattern, first, at)) left--;
  }
  return at;
}

function recursOn(pattern: Pattern, first: number, at: number): boolean {
  const { type, interval } = pattern;
  if (type === 'daily') return (at - first) % interval === 0;
  if (type === 'weekly') {
    const start = weekdays.indexOf(pattern.firstDayOfWeek ?? 'sunday');
    // 1 January 1970 was a Thursday.
    const week = (number: number) => Math.floor((number + 4 - start) / 7);
    return (week(at) - week(first)) % interval === 0 && onWeekday(pattern, at);
  }
  const [date, begin] = [new Date(at * day), new Date(first * day)];
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const since = month - begin.getUTCFullYear() * 12 - begin.getUTCMonth();
  if (type === 'absoluteYearly' || type === 'relativeYearly') {
    const years = date.getUTCFullYear() - begin.getUTCFullYear();
    if (date.getUTCMonth() + 1 !== pattern.month || years % interval !== 0) return false;
  } else if (since % interval !== 0) return false;
  return type.startsWith('absolute') ? onDate(pattern, date) : onNth(pattern, at, date);
}

function onWeekday({ daysOfWeek = [] }: Pattern, at: number): boolean {
  const name = weekdays[(((at + 4) % 7) + 7) % 7];
  return name !== undefined && daysOfWeek.includes(name);
}

function lengthOfMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** In a shorter month, its last day. */
function onDate({ dayOfMonth = 1 }: Pattern, date: Date): boolean {
  return date.getUTCDate() === Math.min(dayOfMonth, lengthOfMonth(date));
}

/** The nth of the days of the month that are one of the named weekdays. */
function onNth(pattern: Pattern, at: number, date: Date): boolean {
  if (!onWeekday(pattern, at)) return false;
  const dayOfMonth = date.getUTCDate();
  const count = (from: number, to: number) => {
    let found = 0;
    for (let each = from; each <= to; each++) if (onWeekday(pattern, each)) found++;
    return found;
  };
  if (pattern.index === 'last') return count(at + 1, at + lengthOfMonth(date) - dayOfMonth) === 0;
  const nth = ['first', 'second', 'third', 'fourth'].indexOf(pattern.index ?? 'first') + 1;
  return count(at - dayOfMonth + 1, at) === nth;
}

/** As it travels. */
export function wirePattern(pattern: Pattern): object {
  return {
    type: pattern.type,
    interval: pattern.interval,
    month: pattern.month ?? 0,
    dayOfMonth: pattern.dayOfMonth ?? 0,
    ...(pattern.daysOfWeek ? { daysOfWeek: pattern.daysOfWeek } : {}),
    firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday',
    index: pattern.index ?? 'first',
  };
}

export function wireRange(range: Range, zone: string): object {
  const ending =
    range.occurrences !== undefined ? 'numbered' : range.last === undefined ? 'noEnd' : 'endDate';
  return {
    type: ending,
    startDate: dateText(range.first),
    endDate: range.last === undefined ? '0001-01-01' : dateText(range.last),
    recurrenceTimeZone: zone,
    numberOfOccurrences: range.occurrences ?? 0,
  };
}
