import type { Day } from '#lib/days.ts';
import { utcOf } from '#lib/days.ts';
import { wallTime } from '#lib/zoned-time.ts';

/** `20260329T003000Z` */
export function calendarMoment(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** `20260329` */
export function calendarDay(day: Day): string {
  return day.replaceAll('-', '');
}

/** What a clock on the wall shows at a moment: `20260329T013000`. */
export function calendarWall(instant: number, zone: string): string {
  const { day, minutes } = wallTime(instant, zone);
  return calendarMoment(utcOf(day) + minutes * 60_000).slice(0, -1);
}
