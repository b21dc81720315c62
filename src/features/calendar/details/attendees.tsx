import { Avatar } from '#ui/avatar.tsx';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { formatFull } from '#lib/format-date.ts';
import type { Response } from '#features/calendar/events/calendar-event.ts';
import {
  answersOf,
  type Attendee,
  type EventDetails,
} from '#features/calendar/events/event-details.ts';
import { responseWords } from '#features/calendar/words.ts';
import styles from './event-view.module.css';

/** So many stand there; the rest is behind a press. */
const few = 8;

/** Who was asked and what they answered, whoever invites first. */
export function Attendees({ event }: { event: EventDetails }) {
  const { attendees, organizer, organizerAddress } = event;
  const isOrganizer = ({ address }: Attendee) =>
    address !== '' && address.toLowerCase() === organizerAddress.toLowerCase();
  const others = attendees.filter((each) => !isOrganizer(each));
  const { yes, maybe, no, open } = answersOf(others);
  const counts = [
    [yes, 'accepted'],
    [maybe, 'perhaps'],
    [no, 'declined'],
    [open, 'without answer'],
  ] as const;
  const rest = others.slice(few);
  return (
    <section className={styles.people}>
      <h4>
        Attendees
        <span>
          {counts
            .filter(([count]) => count > 0)
            .map(([count, word]) => `${count} ${word}`)
            .join(', ')}
        </span>
      </h4>
      <ul>
        {organizer && (
          <Row
            person={{
              name: organizer,
              address: organizerAddress,
              kind: 'required',
              response: 'organizer',
              respondedAt: undefined,
            }}
          />
        )}
        {others.slice(0, few).map((each, at) => (
          <Row key={at} person={each} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul>
            {rest.map((each, at) => (
              <Row key={at} person={each} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const icons: Record<Response, IconName> = {
  accepted: 'check',
  organizer: 'star',
  tentative: 'help',
  declined: 'dismiss',
  none: 'circle',
  notResponded: 'circle',
};

function Row({ person: { name, address, kind, response, respondedAt } }: { person: Attendee }) {
  const words = kind === 'resource' ? 'Room or equipment' : kind === 'optional' ? 'Optional' : '';
  return (
    <li data-response={response}>
      <Avatar name={name} address={address || name} size={28} />
      <span className={styles.person}>
        <bdi>
          <Breakable at={inAddress}>{name}</Breakable>
        </bdi>
        <small>
          <Breakable at={inAddress}>
            {[address !== name && address, words].filter(Boolean).join(' · ')}
          </Breakable>
        </small>
      </span>
      <span
        className={styles.answer}
        title={respondedAt ? `${responseWords[response]} on ${formatFull(respondedAt)}` : undefined}
      >
        <Icon name={icons[response]} size={16} />
        {responseWords[response]}
      </span>
    </li>
  );
}
