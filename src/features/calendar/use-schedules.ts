import { useQueries } from '@tanstack/react-query';
import type { Range } from './calendar-api.ts';
import { calendarQueries } from './calendar-queries.ts';
import type { Schedule } from './schedule.ts';

/** When colleagues are busy, as far as it is known. */
export function useSchedules(addresses: readonly string[], range: Range): readonly Schedule[] {
  return useQueries({
    queries: addresses.map((address) => calendarQueries.schedule(address, range)),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
}
