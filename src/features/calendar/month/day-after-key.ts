import { addDays, addMonths, type Day } from '#lib/days.ts';

/**
 * The day that a key leads to in a month, or nothing for a key that leads nowhere.
 *
 * @param days those in sight, week after week
 */
export function dayAfterKey(key: string, date: Day, days: readonly Day[]): Day | undefined {
  const column = days.indexOf(date) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    case 'Home':
      return column < 0 ? undefined : addDays(date, -column);
    case 'End':
      return column < 0 ? undefined : addDays(date, 6 - column);
    default:
      return undefined;
  }
}
