import { useQueries } from '@tanstack/react-query';
import type { Range } from './calendar-api.ts';
import { calendarQueries } from './calendar-queries.ts';
import { colleagueTones, type ColleagueSchedule } from './schedule.ts';

/** When colleagues are busy, as far as it is known, each in the place and the colour that the side bar gives them. */
export function useSchedules(
  addresses: readonly string[],
  range: Range,
): readonly ColleagueSchedule[] {
  return useQueries({
    queries: addresses.map((address) => calendarQueries.schedule(address, range)),
    combine: (all) =>
      all.flatMap(({ data }, at) => (data ? [{ ...data, at, tone: colleagueTones[at] }] : [])),
  });
}
