import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Tone } from '#features/calendar/calendars.ts';
import { lookOf } from '#features/calendar/event-chip.tsx';
import type { Shown } from '#features/calendar/shown.ts';
import { clockEnds } from '#features/calendar/words.ts';
import tones from '#features/calendar/tones.module.css';
import styles from './month-view.module.css';

/** An event of a day in one line: colour, time and title. */
export function EventLine({
  event,
  toneOf,
  zone,
  opened,
  onOpen,
}: Shown & { event: CalendarEvent }) {
  const { when, title } = event;
  return (
    <button
      type="button"
      className={styles.line}
      data-event={event.id}
      data-look={lookOf(event)}
      aria-current={event.id === opened}
      tabIndex={-1}
      title={title}
      onClick={() => onOpen(event)}
    >
      <ToneDot tone={toneOf(event)} />
      {when.kind === 'timed' && (
        <span className={styles.time}>{clockEnds(when.start, when.end, zone)[0]}</span>
      )}
      <span className={styles.title}>
        <bdi>{title}</bdi>
      </span>
    </button>
  );
}

export function ToneDot({ tone }: { tone: Tone }) {
  return <span className={`${styles.dot} ${tones.tone}`} data-tone={tone} aria-hidden />;
}
