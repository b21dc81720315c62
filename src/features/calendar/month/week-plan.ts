import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { barsOf, daysOf, fillsDays, type Bar } from '#features/calendar/layout/day-segments.ts';
import { inLanes, type InLane } from '#features/calendar/layout/lanes.ts';
import type { Day } from '#lib/days.ts';

export interface DayPlan {
  readonly day: Day;
  /** Lines that bars take up above what happens at an hour. */
  readonly lanes: number;
  /** What happens at an hour and has room. */
  readonly lines: readonly CalendarEvent[];
  /** How many have no room. */
  readonly more: number;
  /** All of the day, with or without room. */
  readonly all: readonly CalendarEvent[];
}

export interface WeekPlan {
  readonly days: readonly DayPlan[];
  readonly bars: readonly InLane<Bar>[];
}

/**
 * Which events of a week a month has room for: a bar is shown on all of its days or on none, and a day that cannot show
 * everything keeps its last line for saying how much more there is.
 *
 * @param room lines of a day
 */
export function planWeek(
  events: readonly CalendarEvent[],
  days: readonly Day[],
  zone: string,
  room: number,
): WeekPlan {
  const laid = inLanes(barsOf(events, days, zone));
  const timed = events
    .filter((event) => !fillsDays(event))
    .map((event) => ({ event, ...daysOf(event, zone) }));
  const filled = days.map((day, at) => ({
    day,
    over: laid.filter(({ item }) => item.first <= at && at <= item.last),
    // What goes on over midnight stands where it begins; the week shows its other part.
    inDay: timed.filter(({ first }) => first === day).map(({ event }) => event),
  }));
  /** How many lines of a day are for events. */
  const usable = filled.map(({ over, inDay }) => {
    const lanes = Math.max(0, ...over.map(({ lane }) => lane + 1));
    return lanes + inDay.length <= room ? room : room - 1;
  });
  const bars = laid.filter(({ item, lane }) =>
    usable.slice(item.first, item.last + 1).every((lines) => lane < lines),
  );
  return {
    bars,
    days: filled.map(({ day, over, inDay }, at) => {
      const shown = over.filter((bar) => bars.includes(bar));
      const lanes = Math.max(0, ...shown.map(({ lane }) => lane + 1));
      const lines = inDay.slice(0, Math.max(0, (usable[at] ?? 0) - lanes));
      return {
        day,
        lanes,
        lines,
        more: inDay.length - lines.length + over.length - shown.length,
        all: [...over.map(({ item }) => item.event), ...inDay],
      };
    }),
  };
}
