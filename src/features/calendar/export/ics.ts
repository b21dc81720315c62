/** Events as an iCalendar file (RFC 5545). Times are written in UTC, so that no reader has to know our zones. */
import { addDays } from '#lib/days.ts';
import { foldLine } from '#lib/content-lines.ts';
import type { Response } from '#features/calendar/events/calendar-event.ts';
import type { Attendee, EventDetails } from '#features/calendar/events/event-details.ts';
import { calendarDay, calendarMoment } from './ics-text.ts';

/**
 * Each occurrence of a series is an event of its own here: Graph gives every one an id of its own, and what was moved or
 * cancelled is as it will be. Where ids are the same nevertheless, the time is added: a reader would keep one of them.
 */
export function calendarFile(events: readonly EventDetails[], now: Date): string {
  const counts = new Map<string, number>();
  for (const { uid } of events) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  const uidOf = (event: EventDetails) =>
    counts.get(event.uid) === 1 ? event.uid : `${event.uid}-${beginning(event)}`;
  return calendarOf(events.flatMap((event) => eventLines(event, uidOf(event), times(event), now)));
}

/** The file round what it holds. */
export function calendarOf(components: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Grantscope//Calendar//EN',
    'CALSCALE:GREGORIAN',
    ...components,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** @param when the lines that say when it is, and whether again */
export function eventLines(
  event: EventDetails,
  uid: string,
  when: readonly string[],
  now: Date,
): string[] {
  const { organizer, organizerAddress } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${calendarMoment((event.changedAt ?? now).getTime())}`,
    ...when,
    `SUMMARY:${text(event.title)}`,
    ...property('LOCATION', event.place),
    ...property('DESCRIPTION', description(event)),
    ...(event.categories.length > 0 ? [`CATEGORIES:${event.categories.map(text).join(',')}`] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : event.showAs === 'tentative' ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${event.showAs === 'free' || event.showAs === 'workingElsewhere' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `CLASS:${event.isPrivate ? 'PRIVATE' : 'PUBLIC'}`,
    `PRIORITY:${{ high: 1, normal: 5, low: 9 }[event.importance]}`,
    ...(event.changedAt ? [`LAST-MODIFIED:${calendarMoment(event.changedAt.getTime())}`] : []),
    ...(event.joinUrl ? [`URL:${event.joinUrl}`] : []),
    ...(organizerAddress ? [person('ORGANIZER', organizer, organizerAddress, [])] : []),
    ...event.attendees.filter(({ address }) => address).map(attendee),
    'END:VEVENT',
  ];
}

function beginning({ when }: EventDetails): string {
  return when.kind === 'timed' ? calendarMoment(when.start) : calendarDay(when.first);
}

function times({ when }: EventDetails): string[] {
  if (when.kind === 'timed') {
    return [`DTSTART:${calendarMoment(when.start)}`, `DTEND:${calendarMoment(when.end)}`];
  }
  // The end is the day after the last, as in Graph.
  return [
    `DTSTART;VALUE=DATE:${calendarDay(when.first)}`,
    `DTEND;VALUE=DATE:${calendarDay(addDays(when.last, 1))}`,
  ];
}

function description({ body, preview, joinUrl }: EventDetails): string {
  const words = body?.contentType === 'text' ? body.content : preview;
  return [words.trim(), joinUrl].filter(Boolean).join('\n\n');
}

const answers: Record<Response, string> = {
  accepted: 'ACCEPTED',
  organizer: 'ACCEPTED',
  tentative: 'TENTATIVE',
  declined: 'DECLINED',
  none: 'NEEDS-ACTION',
  notResponded: 'NEEDS-ACTION',
};

function attendee({ name, address, kind, response }: Attendee): string {
  return person('ATTENDEE', name, address, [
    kind === 'resource' ? 'CUTYPE=RESOURCE' : 'CUTYPE=INDIVIDUAL',
    `ROLE=${{ required: 'REQ-PARTICIPANT', optional: 'OPT-PARTICIPANT', resource: 'NON-PARTICIPANT' }[kind]}`,
    `PARTSTAT=${answers[response]}`,
  ]);
}

function person(role: string, name: string, address: string, more: readonly string[]): string {
  const common = name && name !== address ? [`CN=${quoted(name)}`] : [];
  return `${[role, ...common, ...more].join(';')}:mailto:${encodeURI(plain(address))}`;
}

/** A quotation mark cannot stand in a parameter at all; RFC 6868 writes it as `^'`, and with it `^` and line breaks. */
function quoted(value: string): string {
  const written = plain(value.replaceAll('^', '^^').replaceAll('"', "^'").replaceAll(/\s+/g, ' '));
  return `"${written}"`;
}

function property(name: string, value: string): string[] {
  return value ? [`${name}:${text(value)}`] : [];
}

function text(value: string): string {
  return plain(value)
    .replaceAll(/[\\,;]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

/** Without control characters, which may not stand in a file, but for tabs and line breaks. */
function plain(value: string): string {
  return value.replaceAll(/[^\P{Cc}\t\r\n]/gu, '');
}
