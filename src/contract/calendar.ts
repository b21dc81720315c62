/** Calendars and events of Microsoft Graph v1.0 as they travel; `$select` may leave any member out. */
import type { EmailAddress, ItemBody, PhysicalAddress, Recipient } from './graph.ts';

export type { EmailAddress, ItemBody };

export interface Calendar {
  id: string;
  name?: string | null;
  color?: string | null;
  hexColor?: string | null;
  isDefaultCalendar?: boolean | null;
  canEdit?: boolean | null;
  owner?: EmailAddress | null;
}

/** No offset in the text; the zone stands beside it, by its Windows or its IANA name. */
export interface DateTimeTimeZone {
  dateTime?: string | null;
  timeZone?: string | null;
}

export interface ResponseStatus {
  response?: string | null;
  /** The year 1 for "never". */
  time?: string | null;
}

export interface Attendee {
  type?: 'required' | 'optional' | 'resource' | null;
  status?: ResponseStatus | null;
  emailAddress?: EmailAddress | null;
}

export interface Location {
  displayName?: string | null;
  locationUri?: string | null;
  address?: PhysicalAddress | null;
}

export interface RecurrencePattern {
  type?: string | null;
  interval?: number;
  daysOfWeek?: string[] | null;
  dayOfMonth?: number;
  month?: number;
  index?: string | null;
  firstDayOfWeek?: string | null;
}

export interface RecurrenceRange {
  type?: string | null;
  startDate?: string | null;
  endDate?: string | null;
  numberOfOccurrences?: number;
  recurrenceTimeZone?: string | null;
}

export interface PatternedRecurrence {
  pattern?: RecurrencePattern | null;
  range?: RecurrenceRange | null;
}

export interface Event {
  '@odata.etag'?: string;
  id: string;
  createdDateTime?: string | null;
  lastModifiedDateTime?: string | null;
  subject?: string | null;
  bodyPreview?: string | null;
  body?: ItemBody | null;
  start?: DateTimeTimeZone | null;
  end?: DateTimeTimeZone | null;
  isAllDay?: boolean | null;
  isCancelled?: boolean | null;
  isOrganizer?: boolean | null;
  isOnlineMeeting?: boolean | null;
  isReminderOn?: boolean | null;
  reminderMinutesBeforeStart?: number | null;
  hasAttachments?: boolean | null;
  showAs?: string | null;
  sensitivity?: string | null;
  importance?: 'low' | 'normal' | 'high' | null;
  type?: string | null;
  seriesMasterId?: string | null;
  recurrence?: PatternedRecurrence | null;
  /** Of a series; only when selected. */
  cancelledOccurrences?: (string | null)[] | null;
  /** Of an exception: for when it was planned. */
  originalStart?: string | null;
  responseStatus?: ResponseStatus | null;
  organizer?: Recipient | null;
  attendees?: Attendee[] | null;
  location?: Location | null;
  locations?: (Location | null)[] | null;
  categories?: (string | null)[] | null;
  onlineMeeting?: {
    joinUrl?: string | null;
    conferenceId?: string | null;
    tollNumber?: string | null;
  } | null;
  onlineMeetingUrl?: string | null;
  originalStartTimeZone?: string | null;
  originalEndTimeZone?: string | null;
  webLink?: string | null;
  iCalUId?: string | null;
}

export interface WorkingHours {
  daysOfWeek?: string[] | null;
  startTime?: string | null;
  endTime?: string | null;
  timeZone?: { name?: string | null } | null;
}

export interface ScheduleItem {
  status?: string | null;
  subject?: string | null;
  location?: string | null;
  isPrivate?: boolean | null;
  start?: DateTimeTimeZone | null;
  end?: DateTimeTimeZone | null;
}

export interface ScheduleInformation {
  scheduleId?: string | null;
  /** One digit per interval: 0 free, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere. */
  availabilityView?: string | null;
  scheduleItems?: ScheduleItem[] | null;
  workingHours?: WorkingHours | null;
  error?: { message?: string | null; responseCode?: string | null } | null;
}
