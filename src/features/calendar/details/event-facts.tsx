import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { calendarQueries } from '#features/calendar/calendar-queries.ts';
import type { Calendar } from '#features/calendar/calendars.ts';
import { zoneOf, type CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { EventDetails } from '#features/calendar/events/event-details.ts';
import { recurrenceInWords } from '#features/calendar/events/recurrence-in-words.ts';
import { responseWords, showAsWords, whenInWords, zoneName } from '#features/calendar/words.ts';
import tones from '#features/calendar/tones.module.css';
import styles from './event-view.module.css';

/** When, where, how often and in which calendar. */
export function EventFacts({
  event,
  details,
  calendar,
  zone,
  beside,
}: {
  event: CalendarEvent;
  details: EventDetails | undefined;
  calendar: Calendar | undefined;
  zone: string;
  beside: string | undefined;
}) {
  const { when, place, showAs, response } = event;
  const madeIn = details?.madeIn ?? '';
  const isElsewhere = madeIn !== '' && when.kind === 'timed' && zoneOf(madeIn) !== zone;
  return (
    <ul className={styles.facts}>
      <Fact icon="clock">
        {whenInWords(when, zone)}
        {beside && when.kind === 'timed' && (
          <small>
            {whenInWords(when, beside)} in {zoneName(beside)}
          </small>
        )}
        {isElsewhere && <small>Made in {madeIn}</small>}
      </Fact>
      {event.recurs !== 'no' && <Series event={event} details={details} />}
      {place && (
        <Fact icon="location">
          <bdi>{place}</bdi>
        </Fact>
      )}
      {details?.dialIn && <Fact icon="phone">{details.dialIn}</Fact>}
      <Fact icon="person">
        {[
          response === 'organizer'
            ? // A birthday, or an hour for oneself: nobody was.
              details?.attendees.length && 'You invited'
            : response !== 'none' && `You: ${responseWords[response]}`,
          showAsWords[showAs],
        ]
          .filter(Boolean)
          .join(' · ') || 'No answer needed'}
      </Fact>
      {calendar && (
        <Fact icon="calendar">
          <span className={`${styles.dot} ${tones.tone}`} data-tone={calendar.tone} aria-hidden />
          <bdi>{calendar.name}</bdi>
          {calendar.owner && <small>of {calendar.owner}</small>}
        </Fact>
      )}
      {details && details.categories.length > 0 && (
        <Fact icon="tag">{details.categories.join(', ')}</Fact>
      )}
    </ul>
  );
}

/** Only the master of a series knows its rule. */
function Series({ event, details }: { event: CalendarEvent; details: EventDetails | undefined }) {
  const master = details?.seriesMasterId;
  const { data } = useQuery({
    ...calendarQueries.recurrence(master ?? ''),
    enabled: Boolean(master),
  });
  const rule = details?.recurrence ?? data;
  return (
    <Fact icon="recurring">
      {(rule && recurrenceInWords(rule)) || 'Part of a series'}
      {event.recurs === 'otherwise' && <small>This time otherwise than planned</small>}
    </Fact>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} size={16} />
      <span>{children}</span>
    </li>
  );
}
