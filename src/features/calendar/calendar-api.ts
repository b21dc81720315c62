/** What the calendar asks of Graph. Times are asked for in UTC and put into the person's zone here. */
import { graphCollection } from '#api/whole-collection.ts';
import { graph } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type * as wire from '#contract/calendar.ts';
import { addDays, type Day } from '#lib/days.ts';
import { toCalendars, type Calendar } from './calendars.ts';
import { slotMinutes, toSchedule, type Schedule } from './schedule.ts';
import { toEvent, zoneOf, type CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { toDetails, type EventDetails } from '#features/calendar/events/event-details.ts';

/** Days, both included. */
export interface Range {
  readonly from: Day;
  readonly to: Day;
}

export const inUtc = 'outlook.timezone="UTC", IdType="ImmutableId"';

const members =
  'id,subject,start,end,isAllDay,isCancelled,isOnlineMeeting,showAs,sensitivity,type,seriesMasterId,responseStatus,organizer,location,locations';

/** Everything that is shown of one event. */
export const eventDetails = `${members},body,bodyPreview,attendees,onlineMeeting,onlineMeetingUrl,categories,importance,isReminderOn,reminderMinutesBeforeStart,hasAttachments,recurrence,originalStartTimeZone,webLink,iCalUId`;

/** @throws {ApiError | AuthError} */
export async function listCalendars(
  me: string | undefined,
  signal: AbortSignal,
): Promise<Calendar[]> {
  const calendars = await graphCollection<wire.Calendar>({
    path: '/me/calendars',
    query: { $top: 50, $select: 'id,name,color,hexColor,isDefaultCalendar,canEdit,owner' },
    scopes: scopes.calendar,
    signal,
  });
  return toCalendars(calendars, me);
}

/** @throws {ApiError | AuthError} */
export async function listEvents(
  calendar: string,
  range: Range,
  signal: AbortSignal,
): Promise<CalendarEvent[]> {
  const events = await view(calendar, range, members, inUtc, signal);
  return events.flatMap((event) => toEvent(event, calendar) ?? []);
}

/**
 * The events of some days with everything that a file of them should hold.
 * @throws {ApiError | AuthError}
 */
export async function readEvents(
  calendar: string,
  range: Range,
  signal: AbortSignal,
): Promise<EventDetails[]> {
  const prefer = `${inUtc}, outlook.body-content-type="text"`;
  const events = await view(calendar, range, eventDetails, prefer, signal);
  return events.flatMap((event) => toDetails(event, calendar) ?? []);
}

function view(
  calendar: string,
  { from, to }: Range,
  $select: string,
  prefer: string,
  signal: AbortSignal,
): Promise<wire.Event[]> {
  return graphCollection<wire.Event>({
    path: `/me/calendars/${encodeURIComponent(calendar)}/calendarView`,
    query: {
      // A day more on either side: the days of other zones reach so far, and whole days may be told in any.
      startDateTime: `${addDays(from, -1)}T00:00:00Z`,
      endDateTime: `${addDays(to, 2)}T00:00:00Z`,
      $top: 250,
      $select,
    },
    scopes: scopes.calendar,
    headers: { prefer },
    signal,
  });
}

/** @throws {ApiError | AuthError} */
export async function readEvent(
  id: string,
  signal: AbortSignal,
): Promise<EventDetails | undefined> {
  const event = await graph<wire.Event>({
    path: `/me/events/${encodeURIComponent(id)}`,
    query: { $select: `${eventDetails},lastModifiedDateTime` },
    scopes: scopes.calendar,
    headers: { prefer: inUtc },
    signal,
  });
  return toDetails(event, '');
}

/**
 * The zone that the person set in Outlook, by its IANA name; `null` for one that this browser does not know.
 * @throws {ApiError | AuthError}
 */
export async function readMailboxZone(signal: AbortSignal): Promise<string | null> {
  const { timeZone } = await graph<{ timeZone?: string | null }>({
    path: '/me/mailboxSettings',
    query: { $select: 'timeZone' },
    scopes: serviceScopes.mailboxSettings,
    signal,
  });
  return toMailboxZone(timeZone ?? '');
}

/** A name that nobody knows is read as UTC, which is no zone that anybody chose. */
export function toMailboxZone(name: string): string | null {
  const zone = zoneOf(name);
  return zone === 'UTC' && !/utc/i.test(name) ? null : zone;
}

/**
 * By which rule a series comes again; its occurrences do not say.
 * @throws {ApiError | AuthError}
 */
export async function readRecurrence(
  master: string,
  signal: AbortSignal,
): Promise<wire.PatternedRecurrence | null> {
  const series = await graph<wire.Event>({
    path: `/me/events/${encodeURIComponent(master)}`,
    query: { $select: 'id,recurrence' },
    scopes: scopes.calendar,
    headers: { prefer: inUtc },
    signal,
  });
  return series.recurrence ?? null;
}

/**
 * When a colleague is busy. The service looks no further than some weeks at once.
 * @throws {ApiError | AuthError}
 */
export async function readSchedule(
  address: string,
  { from, to }: Range,
  signal: AbortSignal,
): Promise<Schedule> {
  const start = `${addDays(from, -1)}T00:00:00`;
  const { value } = await graph<{ value: wire.ScheduleInformation[] }>({
    path: '/me/calendar/getSchedule',
    method: 'POST',
    scopes: scopes.calendar,
    headers: { prefer: inUtc },
    body: {
      schedules: [address],
      startTime: { dateTime: start, timeZone: 'UTC' },
      endTime: { dateTime: `${addDays(to, 2)}T00:00:00`, timeZone: 'UTC' },
      availabilityViewInterval: slotMinutes,
    },
    signal,
  });
  return toSchedule(value[0] ?? { scheduleId: address }, Date.parse(`${start}Z`));
}
