import { useMemo } from 'react';
import { Icon } from '#ui/icon.tsx';
import { hoursOf } from '#lib/zoned-time.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { daysOf } from '#features/calendar/layout/day-segments.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { clockChange, dayHeading, type Nothing } from '#features/calendar/words.ts';
import { AgendaRow } from './agenda-row.tsx';
import { useAgendaKeys } from './use-agenda-keys.ts';
import styles from './agenda-view.module.css';

/** Day after day what happens; days without anything are left out, but for today. */
export function AgendaView({
  days,
  free,
  onStep,
  ...shown
}: Shown & {
  days: readonly string[];
  /** What to say where there is nothing; `undefined` while nobody knows that there is nothing. */
  free: Nothing | undefined;
  onStep: (direction: 1 | -1) => void;
}) {
  const { events, zone, today } = shown;
  const filled = useMemo(
    () =>
      days
        .map((day) => ({ day, events: eventsOf(events, day, zone) }))
        .filter((each) => each.events.length > 0 || each.day === today),
    [days, events, zone, today],
  );

  const rows = useMemo(
    () => filled.flatMap(({ day, events: inDay }) => inDay.map(({ id }) => `${day} ${id}`)),
    [filled],
  );
  const { list, onKeyDown, reached, onReach } = useAgendaKeys(rows, onStep);
  return (
    // Listens for the keys of its rows, and has the focus while there are none; it is not a control itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} className={styles.agenda} data-agenda tabIndex={-1} onKeyDown={onKeyDown}>
      {filled.length === 0 && free && <NothingHere {...free} />}
      {filled.map(({ day, events: inDay }) => (
        <section key={day} className={styles.day} aria-labelledby={`agenda-${day}`}>
          <h3 id={`agenda-${day}`} data-today={day === today || undefined}>
            {day === today && <span>Today</span>}
            {dayHeading(day)}
            <Change day={day} zone={zone} />
          </h3>
          {inDay.length === 0 ? (
            <p className={styles.nothing}>{free?.title ?? '…'}</p>
          ) : (
            <ul>
              {inDay.map((event) => (
                <li key={event.id}>
                  <AgendaRow
                    event={event}
                    day={day}
                    isReached={reached === `${day} ${event.id}`}
                    onReach={onReach}
                    {...shown}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Change({ day, zone }: { day: string; zone: string }) {
  const words = clockChange(day, hoursOf(day, zone));
  return words ? <small>{words}</small> : null;
}

function NothingHere({ title, words }: Nothing) {
  return (
    <div className={styles.empty}>
      <Icon name="calendar" size={24} />
      <p className={styles.emptyTitle}>{title}</p>
      <p>{words}</p>
    </div>
  );
}

function eventsOf(events: readonly CalendarEvent[], day: string, zone: string): CalendarEvent[] {
  const startOf = ({ when }: CalendarEvent) => (when.kind === 'days' ? 0 : when.start);
  return events
    .filter((event) => {
      const { first, last } = daysOf(event, zone);
      return first <= day && day <= last;
    })
    .toSorted((a, b) => startOf(a) - startOf(b));
}
