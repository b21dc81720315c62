import { daysBetween, formatTime, locale } from './format-date.ts';

const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });

/** When something ends: `10:42` today, `tomorrow 10:42`, `Sat 10:42` later. */
export function formatUntil(date: Date, now = new Date()): string {
  const days = -daysBetween(date, now);
  if (days === 0) return formatTime(date);
  return `${days === 1 ? 'tomorrow' : weekday.format(date)} ${formatTime(date)}`;
}
