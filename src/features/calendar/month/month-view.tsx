import { daysOf, fillsDays } from '#features/calendar/layout/day-segments.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Period } from '#features/calendar/period.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { shortWeekday } from '#features/calendar/words.ts';
import { daysBetween, type Day } from '#lib/days.ts';
import { useHeight } from './use-height.ts';
import { useMonthKeys } from './use-month-keys.ts';
import { lineHeight, WeekRow } from './week-row.tsx';
import styles from './month-view.module.css';

/** Pixels of the number of a day. */
const headHeight = 30;

/** The weeks of a month, with as many events of each day as there is room for. */
export function MonthView({
  period: { date, days },
  onDate,
  ...shown
}: Shown & {
  period: Period;
  /** Another day is to be looked at, maybe of another month. */
  onDate: (day: Day) => void;
}) {
  const { grid, onKeyDown } = useMonthKeys(date, days, shown.opened !== undefined, onDate);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  const height = useHeight(grid);
  const room = Math.max(1, Math.floor((height / weeks.length - headHeight - 4) / lineHeight));
  const byWeek = eventsByWeek(shown.events, weeks, shown.zone);

  return (
    <div className={styles.month}>
      <div className={styles.weekdays} aria-hidden>
        {weeks[0]?.map((day) => (
          <span key={day}>{shortWeekday(day)}</span>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens for the keys of its days and events */}
      <div ref={grid} role="group" aria-label="Days" className={styles.weeks} onKeyDown={onKeyDown}>
        {weeks.map((week, at) => (
          <WeekRow
            key={week[0]}
            days={week}
            date={date}
            room={room}
            {...shown}
            events={byWeek[at] ?? []}
          />
        ))}
      </div>
    </div>
  );
}

/** Sorted once, so that no week looks at the events of the others. */
function eventsByWeek(
  events: readonly CalendarEvent[],
  weeks: readonly (readonly Day[])[],
  zone: string,
): CalendarEvent[][] {
  const begin = weeks[0]?.[0] ?? '';
  const found: CalendarEvent[][] = weeks.map(() => []);
  for (const event of events) {
    const { first, last } = daysOf(event, zone);
    const from = Math.max(0, Math.floor(daysBetween(begin, first) / 7));
    const to = Math.min(weeks.length - 1, Math.floor(daysBetween(begin, last) / 7));
    for (let week = from; week <= to; week += 1) found[week]?.push(event);
  }
  return found.map((each) => each.toSorted(inOrder));
}

/** Bars first, then by the hour. */
function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  return (
    Number(fillsDays(b)) - Number(fillsDays(a)) ||
    (a.when.kind === 'timed' && b.when.kind === 'timed' ? a.when.start - b.when.start : 0)
  );
}
