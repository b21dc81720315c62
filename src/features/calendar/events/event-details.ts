import type * as wire from '#contract/calendar.ts';
import {
  nameOf,
  responseOf,
  toEvent,
  type CalendarEvent,
  type Response,
} from './calendar-event.ts';

export interface Attendee {
  readonly name: string;
  readonly address: string;
  readonly kind: 'required' | 'optional' | 'resource';
  readonly response: Response;
  /** When it was given; nobody's before it was. */
  readonly respondedAt: Date | undefined;
}

export interface EventDetails extends CalendarEvent {
  readonly body: wire.ItemBody | undefined;
  readonly preview: string;
  readonly attendees: readonly Attendee[];
  readonly organizerAddress: string;
  readonly joinUrl: string | undefined;
  /** A number to dial, with what to enter. */
  readonly dialIn: string | undefined;
  readonly categories: readonly string[];
  readonly importance: 'low' | 'normal' | 'high';
  readonly reminderMinutes: number | undefined;
  readonly hasAttachments: boolean;
  readonly seriesMasterId: string | undefined;
  readonly recurrence: wire.PatternedRecurrence | undefined;
  /** Windows or IANA name of the zone that the event was made in. */
  readonly madeIn: string;
  readonly webLink: string | undefined;
  /** As calendars of other makers know the event (RFC 5545 section 3.8.4.7). */
  readonly uid: string;
  readonly changedAt: Date | undefined;
}

export function toDetails(event: wire.Event, calendar: string): EventDetails | undefined {
  const common = toEvent(event, calendar);
  if (!common) return undefined;
  const { onlineMeeting } = event;
  return {
    ...common,
    body: event.body?.content?.trim() ? event.body : undefined,
    preview: event.bodyPreview ?? '',
    attendees: (event.attendees ?? []).map(toAttendee),
    organizerAddress: event.organizer?.emailAddress?.address ?? '',
    joinUrl: joinable(onlineMeeting?.joinUrl ?? event.onlineMeetingUrl),
    dialIn: onlineMeeting?.tollNumber
      ? [onlineMeeting.tollNumber, onlineMeeting.conferenceId].filter(Boolean).join(', id ')
      : undefined,
    categories: (event.categories ?? []).flatMap((each) => each || []),
    importance: event.importance ?? 'normal',
    reminderMinutes: event.isReminderOn
      ? (event.reminderMinutesBeforeStart ?? undefined)
      : undefined,
    hasAttachments: event.hasAttachments ?? false,
    seriesMasterId: event.seriesMasterId ?? undefined,
    recurrence: event.recurrence ?? undefined,
    madeIn: event.originalStartTimeZone ?? '',
    webLink: joinable(event.webLink),
    uid: event.iCalUId ?? event.id,
    changedAt: dateOf(event.lastModifiedDateTime),
  };
}

function toAttendee({ emailAddress, type, status }: wire.Attendee): Attendee {
  return {
    name: nameOf(emailAddress) || 'Somebody',
    address: emailAddress?.address ?? '',
    kind: type === 'optional' || type === 'resource' ? type : 'required',
    response: responseOf(status),
    respondedAt: dateOf(status?.time),
  };
}

/** Only what leads to a web page becomes a link: whoever invites writes this. */
function joinable(url: string | null | undefined): string | undefined {
  return url && /^https:/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** The year 1 stands for "never" (Graph, responseStatus). */
function dateOf(text: string | null | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 ? undefined : date;
}

/** How many have answered how, of those who were asked. */
export function answersOf(
  attendees: readonly Attendee[],
): Record<'yes' | 'maybe' | 'no' | 'open', number> {
  const count = (...which: Response[]) =>
    attendees.filter(({ kind, response }) => kind !== 'resource' && which.includes(response))
      .length;
  return {
    yes: count('accepted', 'organizer'),
    maybe: count('tentative'),
    no: count('declined'),
    open: count('none', 'notResponded'),
  };
}
