import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { lookOf } from '#features/calendar/event-chip.tsx';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { daysOf } from '#features/calendar/layout/day-segments.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { clockEnds, responseWords } from '#features/calendar/words.ts';
import tones from '#features/calendar/tones.module.css';
import styles from './agenda-view.module.css';

export function AgendaRow({
  event,
  day,
  isReached,
  onReach,
  toneOf,
  zone,
  beside,
  opened,
  onOpen,
}: Shown & {
  event: CalendarEvent;
  day: string;
  /** Tab leads here. */
  isReached: boolean;
  onReach: (row: string) => void;
}) {
  const { title, place, recurs, isOnline, isPrivate, isCancelled, response } = event;
  const state = isCancelled
    ? 'Cancelled'
    : ['tentative', 'declined', 'notResponded'].includes(response)
      ? responseWords[response]
      : '';
  return (
    <button
      type="button"
      className={`${styles.row} ${tones.tone}`}
      data-event={event.id}
      data-tone={toneOf(event)}
      data-look={lookOf(event)}
      aria-current={event.id === opened}
      tabIndex={isReached ? 0 : -1}
      onFocus={() => onReach(`${day} ${event.id}`)}
      onClick={() => onOpen(event)}
    >
      <span className={styles.time}>
        <Times event={event} day={day} zone={zone} />
        {beside && event.when.kind === 'timed' && (
          <span className={styles.beside}>
            {clockEnds(event.when.start, event.when.end, beside)[0]}
          </span>
        )}
      </span>
      <span className={styles.edge} aria-hidden />
      <span className={styles.words}>
        <span className={styles.title}>
          <bdi>{title}</bdi>
        </span>
        <VisuallyHidden>, </VisuallyHidden>
        {(place || state) && (
          <span className={styles.place}>
            {state && <b>{state}</b>}
            {state && place && ' · '}
            <bdi>{place}</bdi>
          </span>
        )}
      </span>
      <span className={styles.marks}>
        {isPrivate && <Icon name="lock" size={16} label="Private" />}
        {isOnline && <Icon name="video" size={16} label="Online" />}
        {recurs !== 'no' && <Icon name="recurring" size={16} label="Of a series" />}
      </span>
    </button>
  );
}

/** What of an event lies in this day: its hours, the whole of it, or one end. */
function Times({ event, day, zone }: { event: CalendarEvent; day: string; zone: string }) {
  const { when } = event;
  const { first, last } = daysOf(event, zone);
  if (when.kind === 'days' || (first < day && day < last)) {
    if (first === last) return <span>All day</span>;
    const number = (Date.parse(day) - Date.parse(first)) / 86_400_000 + 1;
    const count = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
    return <span>{`Day ${number} of ${count}`}</span>;
  }
  const [start, end] = clockEnds(when.start, when.end, zone);
  if (first < day) return <span>until {end}</span>;
  if (last > day) return <span>from {start}</span>;
  return (
    <>
      <span>{start}</span>
      {when.end > when.start && <span className={styles.end}>{end}</span>}
    </>
  );
}
