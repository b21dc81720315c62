/** Dates as a mailbox writes them: the nearer, the shorter. Days are calendar days where the person is; weeks start on Monday. */

const day = 86_400_000;

/** The product speaks English; the order and the clock follow the person's own English where they have one. */
export const locale = (() => {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return own.startsWith('en') ? own : 'en-GB';
})();

// Constructing a formatter costs more than a hundred uses of it, and a list formats every row.
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
const fullDay = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `10:42` today, `Thu` this week, `14 Nov` this year, `2025-11-14` before. */
export function formatRelative(date: Date, now = new Date()): string {
  const days = daysBetween(date, now);
  if (days === 0) return time.format(date);
  if (days > 0 && (days === 1 || days <= daysSinceMonday(now))) return weekday.format(date);
  if (date.getFullYear() === now.getFullYear()) return dayAndMonth.format(date);
  return isoDate(date);
}

/** `Fri, 20 November 2026 at 10:42` */
export function formatFull(date: Date): string {
  return `${fullDay.format(date)} at ${time.format(date)}`;
}

/** `10:42` */
export function formatTime(date: Date): string {
  return time.format(date);
}

/** The heading that a message of this date stands under. */
export function dateGroup(date: Date, now: Date): string {
  const days = daysBetween(date, now);
  const sinceMonday = daysSinceMonday(now);
  if (days < 0) return 'Later';
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days <= sinceMonday) return 'This week';
  if (days <= sinceMonday + 7) return 'Last week';
  return monthAndYear.format(date);
}

/** Whole calendar days from `date` to `now`; rounded, because a day that the clocks change has 23 or 25 hours. */
export function daysBetween(date: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(date)) / day);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function daysSinceMonday(date: Date): number {
  return (date.getDay() + 6) % 7;
}

function isoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
