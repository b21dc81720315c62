import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { Chip } from '#ui/chip.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { calendarQueries } from '#features/calendar/calendar-queries.ts';
import type { Calendar } from '#features/calendar/calendars.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { EventDetails } from '#features/calendar/events/event-details.ts';
import { EventBar } from './event-bar.tsx';
import { EventFacts } from './event-facts.tsx';
import { Attendees } from './attendees.tsx';
import styles from './event-view.module.css';

/** One event as far as it is known: what the calendar shows of it at once, the rest when it has come. */
export function EventView({
  id,
  listed,
  calendar,
  zone,
  beside,
  heading,
  onClose,
}: {
  id: string;
  /** As it stands in the calendar, where that has come so far. */
  listed: CalendarEvent | undefined;
  calendar: Calendar | undefined;
  zone: string;
  beside: string | undefined;
  heading: Ref<HTMLHeadingElement>;
  onClose: () => void;
}) {
  // No suspense query: what is known already should stand there while the rest is on its way.
  const { data: details } = useQuery({
    ...calendarQueries.event(id),
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const event = details ?? listed;
  if (details === null && !listed) return <Notice title="This event has no time." />;
  return (
    <article className={styles.event}>
      <EventBar event={details ?? undefined} onClose={onClose} />
      {event ? (
        <>
          <h3 ref={heading} tabIndex={-1} className={styles.title}>
            <bdi>{event.title}</bdi>
          </h3>
          <States event={event} />
          <EventFacts
            event={event}
            details={details ?? undefined}
            calendar={calendar}
            zone={zone}
            beside={beside}
          />
          {details ? <Rest event={details} /> : <Skeleton rows={4} height={36} />}
        </>
      ) : (
        <Skeleton rows={6} height={40} />
      )}
    </article>
  );
}

function States({ event: { isCancelled, isPrivate, response } }: { event: CalendarEvent }) {
  if (!isCancelled && !isPrivate && response !== 'notResponded' && response !== 'declined')
    return null;
  return (
    <p className={styles.states}>
      {isCancelled && <Chip tone="danger">Cancelled</Chip>}
      {response === 'declined' && <Chip tone="neutral">You declined</Chip>}
      {response === 'notResponded' && <Chip tone="warn">You have not answered</Chip>}
      {isPrivate && (
        <Chip icon="lock" tone="neutral">
          Private
        </Chip>
      )}
    </p>
  );
}

function Rest({ event }: { event: EventDetails }) {
  return (
    <>
      {event.attendees.length > 0 && <Attendees event={event} />}
      {event.body && (
        <div className={styles.body}>
          <HtmlBody body={event.body} title={`Event: ${event.title}`} />
        </div>
      )}
      {event.webLink && (
        <p className={styles.foot}>
          <a href={event.webLink} target="_blank" rel="noopener noreferrer">
            Open in Outlook
          </a>
        </p>
      )}
    </>
  );
}
