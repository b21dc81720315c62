/** Addresses of screens with a question in them. Apart from the paths, which stand before the first message. */
import { paths } from './paths.ts';

/** All mail from and to an address, in whatever folder: a search as the mail screen reads it. */
export function mailWith(address: string): string {
  return `${paths.mail}?${new URLSearchParams({ q: `participants:${address}`, in: 'all' })}`;
}

/**
 * @param date a day as `2026-11-20`
 * @param hour 0 to 23, where the person is: what stands there is in sight at first
 */
export function calendarDay(date: string, hour?: number): string {
  return `${paths.calendar}?date=${date}${hour === undefined ? '' : `&hour=${hour}`}`;
}
