import { useQueries } from '@tanstack/react-query';
import type { Range } from './calendar-api.ts';
import { calendarQueries } from './calendar-queries.ts';
import type { Colleague, ColleagueSchedule } from './schedule.ts';

/** When colleagues are busy, as far as it is known, each in the place and the colour that the side bar gives them. */
export function useSchedules(
  colleagues: readonly Colleague[],
  range: Range,
): readonly ColleagueSchedule[] {
  return useQueries({
    queries: colleagues.map(({ address }) => calendarQueries.schedule(address, range)),
    combine: (all) =>
      all.flatMap(({ data }, at) => {
        const { tone } = colleagues[at] ?? {};
        return data && tone ? [{ ...data, at, tone }] : [];
      }),
  });
}
