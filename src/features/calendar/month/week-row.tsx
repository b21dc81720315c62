import { EventChip } from '#features/calendar/event-chip.tsx';
import type { Shown } from '#features/calendar/shown.ts';
import { fullDay, shortDay } from '#features/calendar/words.ts';
import { EventLine, ToneDot } from './event-line.tsx';
import { planWeek, type DayPlan } from './week-plan.ts';
import styles from './month-view.module.css';

/** Pixels of an event; the same number stands in month-view.module.css. */
export const lineHeight = 20;

/** One week of a month: bars over the days they fill, and under them what happens at an hour. */
export function WeekRow({
  days,
  date,
  room,
  ...shown
}: Shown & {
  days: readonly string[];
  /** The day that is looked at: the keys move from it. */
  date: string;
  /** How many lines a day has. */
  room: number;
}) {
  const { events, zone, toneOf, opened, onOpen } = shown;
  const plan = planWeek(events, days, zone, room);
  return (
    <div className={styles.week}>
      {plan.days.map((day) => (
        <Day key={day.day} plan={day} date={date} {...shown} />
      ))}
      <ul className={styles.bars}>
        {plan.bars.map(({ item: { event, first, last }, lane }) => (
          <li
            key={event.id}
            data-from={days[first]}
            data-to={days[last]}
            style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: lane + 1 }}
          >
            <EventChip
              event={event}
              tone={toneOf(event)}
              zone={zone}
              isOpen={event.id === opened}
              isShort
              tabIndex={-1}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Day({
  plan: { day, lanes, lines, more, all },
  date,
  ...shown
}: Shown & { plan: DayPlan; date: string }) {
  const { today, toneOf, onDay } = shown;
  const count = `${all.length} ${all.length === 1 ? 'event' : 'events'}`;
  return (
    <div
      className={styles.day}
      data-today={day === today || undefined}
      data-other={!day.startsWith(date.slice(0, 7)) || undefined}
      data-looked-at={day === date || undefined}
    >
      <button
        type="button"
        className={styles.number}
        data-date={day}
        tabIndex={day === date ? 0 : -1}
        aria-current={day === today ? 'date' : undefined}
        aria-label={`${fullDay(day)}, ${count}`}
        onClick={() => onDay(day)}
      >
        <span>{day.endsWith('-01') ? shortDay(day) : Number(day.slice(8))}</span>
      </button>
      <span className={styles.dots} aria-hidden>
        {all.slice(0, 4).map((event) => (
          <ToneDot key={event.id} tone={toneOf(event)} />
        ))}
      </span>
      <ul className={styles.lines} style={{ marginBlockStart: lanes * lineHeight }}>
        {lines.map((event) => (
          <li key={event.id} data-from={day} data-to={day}>
            <EventLine event={event} {...shown} />
          </li>
        ))}
        {more > 0 && (
          <li data-from={day} data-to={day}>
            <button type="button" className={styles.more} tabIndex={-1} onClick={() => onDay(day)}>
              {more} more
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
