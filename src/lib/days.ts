/** Calendar days as ISO text (`2026-03-29`): they sort, compare and travel in an address as they are, and have no zone. */

export type Day = string;

const dayLength = 86_400_000;

export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(utcOf(text)) === text;
}

/** Milliseconds of the midnight in UTC that begins the day: a ruler, not a moment that anybody lives by. */
export function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day in UTC; the empty text for what is no moment. */
export function dayOf(utc: number): Day {
  return Number.isNaN(utc) ? '' : new Date(utc).toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(utcOf(day) + count * dayLength);
}

/** How many days lie between; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayLength);
}

/** The same day of another month, or its last one where it has not so many. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first.getTime() + (Math.min(date, last) - 1) * dayLength);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((new Date(utcOf(day)).getUTCDay() + 6) % 7) + 1;
}

/** @param first the weekday that weeks begin with, 1 for Monday */
export function startOfWeek(day: Day, first = 1): Day {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function dayList(from: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

/** The whole weeks that show a month, each of seven days. */
export function weeksOfMonth(day: Day, first = 1): Day[][] {
  const begin = startOfWeek(startOfMonth(day), first);
  const next = addMonths(startOfMonth(day), 1);
  const count = Math.ceil(daysBetween(begin, next) / 7);
  return Array.from({ length: count }, (_, week) => dayList(addDays(begin, week * 7), 7));
}
