/** Dresses appointments of the seed as Graph events: single ones, series, their occurrences, and what invitations brought. */
import { company } from '#simulator/seed/company.ts';
import { selected } from '#simulator/graph/graph-query.ts';
import { recipient, moment } from '#simulator/outlook/wire.ts';
import { textOf } from '#simulator/outlook/messages/message-body.ts';
import { changeKey, itemId } from '#simulator/outlook/mailbox/item-id.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { Appointment } from '#simulator/seed/appointments.ts';
import type { Members } from '#simulator/outlook/mailbox/edits.ts';
import type { Series } from '#simulator/seed/series.ts';
import { wirePattern, wireRange } from '#simulator/seed/recurrence.ts';
import { hash, hex } from '#simulator/seed/random.ts';
import type { EventPlace } from './event-place.ts';
import { timeOfWall, wallText, wallTime, zoneNamed } from './time-zone.ts';

/** One thing in a calendar, with all that its form on the wire depends on. */
export interface Entry {
  readonly place: EventPlace;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  readonly what: Appointment;
  /** Instants; of a whole day midnight by UTC, for it has no zone. */
  readonly start: number;
  readonly end: number;
  readonly series?: Series;
  /** When it would have been, had it not been moved. */
  readonly originalStart?: number;
  /** Written by people, as it travels. */
  readonly fields?: Members;
  readonly written?: { readonly serial: number; readonly at: number };
}

export function entryOf(
  place: EventPlace,
  type: Entry['type'],
  what: Appointment,
  rest: Pick<Entry, 'series' | 'originalStart' | 'fields' | 'written'> = {},
): Entry {
  const zone = what.allDay ? 'UTC' : (zoneNamed(what.zone) ?? 'UTC');
  const start = timeOfWall(what.start, zone);
  // A day of 23 hours ends at its midnight: the end is a wall time too where whole days are meant.
  return { place, type, what, start, end: start + what.minutes * 60_000, ...rest };
}

export interface EventView {
  /** As the request names it. */
  readonly zoneName: string;
  readonly zone: string;
  readonly bodyType?: 'text' | 'html' | undefined;
  /** `Calendars.ReadBasic` shows no bodies. */
  readonly bare?: boolean;
}

export function eventId(mailbox: OpenMailbox, { calendar, index, part }: EventPlace): string {
  return itemId(mailbox, { kind: 'event', folder: calendar, index, part });
}

/** Which day of a series an occurrence is, moved or not: year, month and day as Exchange writes them into the UID. */
function dayOfSeries(index: number): string {
  const date = new Date(index * 86_400_000);
  const hexes = [date.getUTCMonth() + 1, date.getUTCDate()].map((part) => twoDigits(part));
  return [date.getUTCFullYear().toString(16).padStart(4, '0'), ...hexes].join('').toUpperCase();
}

function twoDigits(number: number): string {
  return number.toString(16).padStart(2, '0');
}

export function wireEvent(
  mailbox: OpenMailbox,
  entry: Entry,
  view: EventView,
): Record<string, unknown> {
  const { place, type, series, written } = entry;
  const what = reworded(entry);
  const key = [mailbox.key, 320 + place.calendar, place.index, place.part];
  const change = changeKey(...key, ...(written ? [written.serial] : []));
  const id = eventId(mailbox, place);
  const created = entry.start - (3 + (hash(...key, 1) % 40)) * 86_400_000;
  const known = Math.min(created, mailbox.anchor - (hash(...key, 2) % 90) * 3_600_000);
  const time = (at: number) => ({
    dateTime: wallText(what.allDay ? at : wallTime(at, view.zone)),
    timeZone: view.zoneName,
  });
  const isMaster = type === 'seriesMaster';
  const master =
    series && !isMaster ? { calendar: series.calendar, index: series.number, part: 1 } : undefined;
  return {
    '@odata.etag': `W/"${change}"`,
    id,
    createdDateTime: moment(known),
    lastModifiedDateTime: moment(written?.at ?? known + (hash(...key, 3) % 86_400) * 1000),
    changeKey: change,
    categories: what.category ? [what.category] : [],
    transactionId: null,
    originalStartTimeZone: what.zone,
    originalEndTimeZone: what.zone,
    iCalUId: `040000008200E00074C5B7101A82E008${master ? dayOfSeries(place.index) : '00000000'}${hex(40, ...(series ? [mailbox.key, 330, series.number] : key)).toUpperCase()}`,
    reminderMinutesBeforeStart: what.allDay ? 1080 : 15,
    isReminderOn: what.showAs === 'busy',
    hasAttachments: false,
    subject: what.cancelled ? `Canceled: ${what.subject}` : what.subject,
    importance: 'normal',
    sensitivity: what.private ? 'private' : 'normal',
    isAllDay: what.allDay ?? false,
    isCancelled: what.cancelled ?? false,
    isOrganizer: what.mine === 'organizer',
    responseRequested: true,
    seriesMasterId: master ? eventId(mailbox, master) : null,
    showAs: what.showAs,
    type,
    webLink: `https://outlook.${company.domain}/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: what.online ?? false,
    onlineMeetingProvider: what.online ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    responseStatus: status(what.mine, known),
    ...bodyOf(what, view),
    start: time(entry.start),
    end: time(entry.end),
    location: locationOf(what.place),
    locations: what.place ? [locationOf(what.place)] : [],
    recurrence:
      isMaster && series
        ? { pattern: wirePattern(series.pattern), range: wireRange(series.range, what.zone) }
        : null,
    // "Not returned for events that are single instances."
    ...(master ? { originalStart: moment(entry.originalStart ?? entry.start) } : {}),
    attendees: what.attendees.map(({ who, optional, response }, nth) => ({
      type: optional ? 'optional' : 'required',
      status: status(response, known + nth * 3_600_000),
      ...recipient(who),
    })),
    organizer: recipient(what.organizer),
    onlineMeeting: what.online
      ? { joinUrl: `https://meet.${company.domain}/join/${hex(12, ...key)}` }
      : null,
    ...asWritten(entry),
  };
}

/** What only events of some kind have may be asked of all. */
const ofSome = ['originalStart', 'cancelledOccurrences'];

export function selectedOf(
  event: Record<string, unknown>,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const known = select?.filter((name) => !ofSome.includes(name) || name in event);
  return selected(event, known, 'event', ['id']);
}

/** What people wrote that other members follow from. */
function reworded({ what, fields = {} }: Entry): Appointment {
  const { subject, body, isOnlineMeeting } = fields;
  return {
    ...what,
    ...(typeof subject === 'string' ? { subject } : {}),
    ...(body ? { body: (body as { content: string }).content } : {}),
    ...(typeof isOnlineMeeting === 'boolean' ? { online: isOnlineMeeting } : {}),
  };
}

/** The rest of what they wrote stands as it was written. */
function asWritten({ fields = {} }: Entry): object {
  const {
    id: _,
    start: __,
    end: ___,
    body: ____,
    subject: _____,
    recurrence: ______,
    ...rest
  } = fields;
  return rest;
}

function bodyOf(what: Appointment, { bare, bodyType }: EventView): object {
  if (bare) return {};
  const body = { contentType: 'html' as const, content: what.body };
  return {
    bodyPreview: textOf(body).slice(0, 255),
    body: bodyType === 'text' ? { contentType: 'text', content: textOf(body) } : body,
  };
}

function status(response: string, time: number): object {
  const answered = ['accepted', 'declined', 'tentativelyAccepted'].includes(response);
  return { response, time: answered ? moment(time) : '0001-01-01T00:00:00Z' };
}

function locationOf(place: string | undefined): object {
  if (place === undefined)
    return {
      displayName: '',
      locationType: 'default',
      uniqueIdType: 'unknown',
      address: {},
      coordinates: {},
    };
  return { displayName: place, locationType: 'default', uniqueId: place, uniqueIdType: 'private' };
}
