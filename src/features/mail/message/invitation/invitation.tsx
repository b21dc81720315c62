import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { calendarDay } from '#config/questions.ts';
import { formatFull, formatTime } from '#lib/format-date.ts';
import { Icon } from '#ui/icon.tsx';
import type { Message as WireMessage } from '#contract/graph.ts';
import type { Attachment } from '#features/mail/message/message.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import { meetingQueries } from './meeting-queries.ts';
import { readInvitation, type Meeting } from './calendar-file.ts';
import styles from './invitation.module.css';

/** What a letter about a meeting is about: when it is, where one is, and the day in the calendar. */
export function Invitation({
  message,
  isMeeting,
  hasAttachments,
}: {
  message: string;
  /** Graph says so. */
  isMeeting: boolean;
  hasAttachments: boolean;
}) {
  const meeting = useQuery({ ...meetingQueries.meeting(message), enabled: isMeeting });
  const files = useQuery({
    ...messageQueries.attachments(message),
    enabled: !isMeeting && hasAttachments,
  });
  const file = files.data?.find(isInvitation);
  const text = useQuery({
    ...messageQueries.attachmentText(message, file?.id ?? ''),
    enabled: file !== undefined,
  });
  const known = meeting.data
    ? toMeeting(meeting.data)
    : text.data
      ? readInvitation(text.data)
      : undefined;
  const { data: answer } = useQuery({
    ...meetingQueries.ownAnswer(message),
    enabled: isMeeting && known?.kind === 'request',
  });
  return known ? <Card meeting={known} answer={answer ?? undefined} /> : null;
}

function isInvitation({ kind, type, name }: Attachment): boolean {
  return kind === 'file' && (type.startsWith('text/calendar') || /\.ics$/i.test(name));
}

const words: Record<Meeting['kind'], string> = {
  request: 'Invitation',
  cancelled: 'Cancelled',
  accepted: 'Accepted',
  tentative: 'Perhaps',
  declined: 'Declined',
  other: 'Appointment',
};

const answers: Record<Meeting['kind'], string | undefined> = {
  request: 'What you have answered stands in Outlook and in the calendar.',
  cancelled: 'The meeting does not take place.',
  accepted: 'The sender takes part.',
  tentative: 'The sender may take part.',
  declined: 'The sender does not take part.',
  other: undefined,
};

/** What the reader has answered themselves, by Graph's words for it. */
const ownAnswers: Record<string, string> = {
  organizer: 'It is your own meeting.',
  accepted: 'You have accepted.',
  tentativelyAccepted: 'You have answered: perhaps.',
  declined: 'You have declined.',
  notResponded: 'You have not answered yet.',
};

function Card({
  meeting: { kind, title, place, start, end, isAllDay },
  answer,
}: {
  meeting: Meeting;
  answer: string | undefined;
}) {
  const answered = ownAnswers[answer ?? ''] ?? answers[kind];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
  return (
    <section className={styles.card} aria-label="Meeting" data-over={kind === 'cancelled'}>
      <Icon name="calendar" size={24} />
      <div className={styles.words}>
        <p>
          <b>
            {words[kind]}
            {title && `: ${title}`}
          </b>
        </p>
        <p className={styles.time}>
          {isAllDay
            ? `${formatFull(start).replace(/,? (at )?\d+:\d+.*/, '')}, all day`
            : span(start, end)}
          {!isAllDay && ` (${zone})`}
        </p>
        {place && <p>{place}</p>}
        {answered && <p className={styles.answer}>{answered}</p>}
      </div>
      <Link to={calendarDay(dayOf(start), isAllDay ? undefined : start.getHours())}>
        Show that day
      </Link>
    </section>
  );
}

function span(start: Date, end: Date | undefined): string {
  if (!end) return formatFull(start);
  const isOneDay = dayOf(start) === dayOf(end);
  return `${formatFull(start)} – ${isOneDay ? formatTime(end) : formatFull(end)}`;
}

/** The day where the reader is. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Graph's own words for what a message about a meeting is; one of them is misspelt. */
const kinds: Record<string, Meeting['kind']> = {
  meetingRequest: 'request',
  meetingCancelled: 'cancelled',
  meetingAccepted: 'accepted',
  meetingTenativelyAccepted: 'tentative',
  meetingTentativelyAccepted: 'tentative',
  meetingDeclined: 'declined',
};

function toMeeting(message: WireMessage): Meeting | undefined {
  const { startDateTime, endDateTime, isAllDay = false } = message;
  if (!startDateTime) return undefined;
  // Written without a zone of its own; Graph answers in UTC unless it is asked otherwise.
  const moment = (text: string) => new Date(isAllDay ? text.slice(0, 19) : `${text.slice(0, 19)}Z`);
  return {
    kind: kinds[message.meetingMessageType ?? ''] ?? 'other',
    title: undefined,
    place: message.location?.displayName?.trim() || undefined,
    start: moment(startDateTime.dateTime),
    end: endDateTime ? moment(endDateTime.dateTime) : undefined,
    isAllDay,
  };
}
