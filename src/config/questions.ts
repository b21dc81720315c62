/** Addresses of screens with a question in them. Apart from the paths, which stand before the first message. */
import { paths } from './paths.ts';

/** All mail from and to an address, in whatever folder: a search as the mail screen reads it. */
export function mailWith(address: string): string {
  return `${paths.mail}?${new URLSearchParams({ q: `participants:${address}`, in: 'all' })}`;
}

/** @param date a day as `2026-11-20` */
export function calendarDay(date: string): string {
  return `${paths.calendar}?date=${date}`;
}
