/** Addresses of screens with a question in them. Apart from the paths, which stand before the first message. */
import { paths } from './paths.ts';

/** Everything that came from an address. */
export function mailFrom(address: string): string {
  return `${paths.mail}?search=${encodeURIComponent(`from:${address}`)}`;
}

/** @param date a day as `2026-11-20` */
export function calendarDay(date: string): string {
  return `${paths.calendar}?date=${date}`;
}
