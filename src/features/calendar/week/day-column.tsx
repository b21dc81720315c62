import { startOfDay, wallTime } from '#lib/zoned-time.ts';
import { addDays } from '#lib/days.ts';
import { EventChip } from '#features/calendar/event-chip.tsx';
import { inColumns } from '#features/calendar/layout/columns.ts';
import { spanInDay, type Segment } from '#features/calendar/layout/day-segments.ts';
import { statusInWords, type ColleagueSchedule } from '#features/calendar/schedule.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { clockRange, fullDay } from '#features/calendar/words.ts';
import tones from '#features/calendar/tones.module.css';
import { hourHeight, leastMinutes, linesIn } from './measure.ts';
import styles from './day-column.module.css';

/** How many stand beside each other, the places of those between that are free all the time among them. */
const stripsOf = (schedules: readonly ColleagueSchedule[]) =>
  Math.max(0, ...schedules.map(({ busy, at }) => (busy.length > 0 ? at + 1 : 0)));

const pixels = (minutes: number) => (minutes / 60) * hourHeight;

export function DayColumn({
  day,
  segments,
  schedules,
  now,
  zone,
  today,
  toneOf,
  opened,
  onOpen,
}: Shown & {
  day: string;
  segments: readonly Segment[];
  schedules: readonly ColleagueSchedule[];
  /** Minutes by the clock on the wall, on the day that it is. */
  now: number | undefined;
}) {
  const placed = inColumns(segments, leastMinutes);
  return (
    <section
      className={styles.column}
      aria-label={fullDay(day)}
      data-day={day}
      data-today={day === today || undefined}
      style={{ '--strips': stripsOf(schedules) } as React.CSSProperties}
    >
      <Gap day={day} zone={zone} />
      <ul>
        {placed.map(({ item: { event, from, to }, column, columns, width }) => (
          <li
            key={event.id}
            className={styles.event}
            style={
              {
                '--lines': linesIn(pixels(to - from)),
                insetBlockStart: pixels(Math.min(from, 1440 - leastMinutes)),
                blockSize: pixels(Math.max(to - from, leastMinutes)) - 2,
                insetInlineStart: `${(column / columns) * 100}%`,
                inlineSize: `calc(${(width / columns) * 100}% - 2px)`,
              } as React.CSSProperties
            }
          >
            <EventChip
              event={event}
              tone={toneOf(event)}
              zone={zone}
              isOpen={event.id === opened}
              isShort={to - from < 45}
              tabIndex={-1}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {schedules.map((schedule) => (
        <BusyStrip key={schedule.at} schedule={schedule} day={day} zone={zone} />
      ))}
      {now !== undefined && (
        <div className={styles.now} style={{ insetBlockStart: pixels(now) }} aria-hidden />
      )}
    </section>
  );
}

/** The hour that the clocks leave out: nothing can happen there. */
function Gap({ day, zone }: { day: string; zone: string }) {
  const start = startOfDay(day, zone);
  const length = startOfDay(addDays(day, 1), zone) - start;
  if (length >= 86_400_000) return null;
  const missing = (86_400_000 - length) / 60_000;
  // The clocks jump where a moment later they show more than the moments that passed.
  for (let minutes = 0; minutes < 1440; minutes += 15) {
    const wall = wallTime(start + minutes * 60_000, zone).minutes;
    if (wall > minutes) {
      return (
        <div
          className={styles.gap}
          style={{ insetBlockStart: pixels(wall - missing), blockSize: pixels(missing) }}
          aria-hidden
        />
      );
    }
  }
  return null;
}

/** When a colleague is busy on this day, along the edge of the column. The words for it stand in the side bar. */
function BusyStrip({
  schedule: { address, busy, at, tone },
  day,
  zone,
}: {
  schedule: ColleagueSchedule;
  day: string;
  zone: string;
}) {
  const [start, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
  return (
    <>
      {busy
        .filter((each) => each.start < end && each.end > start)
        .map((each) => {
          const { from, to } = spanInDay(each.start, each.end, day, zone);
          return (
            <div
              key={each.start}
              className={`${styles.busy} ${tones.tone}`}
              data-tone={tone}
              data-status={each.status}
              title={`${address}: ${statusInWords(each.status)}, ${clockRange(each.start, each.end, zone)}`}
              style={{
                insetBlockStart: pixels(from),
                blockSize: pixels(Math.max(to - from, 10)),
                insetInlineEnd: at * 8 + 3,
              }}
              aria-hidden
            />
          );
        })}
    </>
  );
}
