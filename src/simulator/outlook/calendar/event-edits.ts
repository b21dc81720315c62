/** What people did to their calendars, put over what the seed wrote: events moved, reworded, made and gone, series among them. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import type { Appointment } from '#simulator/seed/appointments.ts';
import { ownerAddress } from '#simulator/seed/letter.ts';
import type { Pattern } from '#simulator/seed/recurrence.ts';
import { seriesOf, type Series } from '#simulator/seed/series.ts';
import { editOf, editsIn, type Edit, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { entryOf, eventId, type Entry } from './event.ts';
import type { EventPlace } from './event-place.ts';
import { timeOfWall, zoneNamed } from './time-zone.ts';
import { type Wire, readPattern, readRange } from './written-pattern.ts';

export const eventSet = 'event';
/** `part` of a single event that was made here. */
export const madePart = 254;
/** Of series made here, the first number; the seed's are below. */
export const madeSeries = 100;

const day = 86_400_000;
const minute = 60_000;

export interface Moment {
  readonly zone: string;
  /** What the clock there shows. */
  readonly wall: number;
  readonly time: number;
}

/** @throws {GraphRefusal} for what is no time of day in a zone that there is */
export function readMoment(given: unknown): Moment {
  const { dateTime, timeZone = 'UTC' } = (given ?? {}) as { dateTime?: unknown; timeZone?: string };
  const zone = zoneNamed(timeZone);
  if (zone === undefined)
    throw new GraphRefusal(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: ${timeZone}.`,
    );
  const text = String(typeof dateTime === 'string' ? dateTime : '').replace(/(\.\d{3})\d*/, '$1');
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/i.test(text);
  const read = Date.parse(hasOffset || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(read))
    throw new GraphRefusal(
      400,
      'ErrorPropertyValidationFailure',
      'At least one property failed validation.',
    );
  const time = hasOffset ? read : timeOfWall(read, zone);
  return { zone: timeZone, wall: read, time };
}

/** When and how long, as far as `fields` say so. */
function timesOf(fields: Members, before: Entry): Pick<Entry, 'start' | 'end' | 'what'> {
  const allDay = (fields['isAllDay'] ?? before.what.allDay ?? false) === true;
  const at = (name: 'start' | 'end') => {
    if (fields[name] === undefined) return before[name];
    const { wall, time } = readMoment(fields[name]);
    return allDay ? wall : time;
  };
  const zone = fields['start'] === undefined ? before.what.zone : readMoment(fields['start']).zone;
  return { start: at('start'), end: at('end'), what: { ...before.what, allDay, zone } };
}

function applied(entry: Entry, { fields, serial, at }: Edit): Entry {
  const type = entry.type === 'occurrence' ? 'exception' : entry.type;
  return {
    ...entry,
    ...timesOf(fields, entry),
    type,
    fields: { ...entry.fields, ...fields },
    written: { serial, at },
    ...(type === 'exception' ? { originalStart: entry.originalStart ?? entry.start } : {}),
  };
}

/** An entry as it is now. @returns `undefined` where it is gone */
export function entryNow(mailbox: OpenMailbox, entry: Entry): Entry | undefined {
  // A series is changed as a whole, before its days are counted.
  const edit = editOf(mailbox, eventSet, eventId(mailbox, entry.place));
  if (edit?.gone) return undefined;
  return edit && entry.type !== 'seriesMaster' ? applied(entry, edit) : entry;
}

/** Single events that are not where the seed put them: those that were changed, and those that were made. */
export function editedEntries(
  mailbox: OpenMailbox,
  calendars: readonly number[],
  born: (place: EventPlace) => Entry | undefined,
): { readonly entries: Entry[]; readonly ids: ReadonlySet<string> } {
  const all = editsIn(mailbox, eventSet).map(([id, edit]) => {
    const { folder: calendar, index, part } = placeOf(mailbox, 'event', id);
    return { id, edit, place: { calendar, index, part } };
  });
  const entries = all.flatMap(({ edit, place }) => {
    // Those that invitations brought are in the main calendar.
    const calendar = place.calendar < 100 ? place.calendar : 0;
    if (edit.gone || place.part === 1 || !calendars.includes(calendar)) return [];
    const entry = place.part === madePart ? madeEntry(mailbox, place, edit) : born(place);
    return entry ? [place.part === madePart ? entry : applied(entry, edit)] : [];
  });
  return { entries, ids: new Set(all.map(({ id }) => id)) };
}

export function madeEntry(mailbox: OpenMailbox, place: EventPlace, edit: Edit): Entry {
  const blank = entryOf(place, 'singleInstance', blankAppointment(mailbox, place.calendar));
  return applied(blank, edit);
}

export function blankAppointment(mailbox: OpenMailbox, calendar: number): Appointment {
  return {
    calendar,
    subject: '',
    zone: 'UTC',
    start: 0,
    minutes: 0,
    organizer: ownerAddress(mailbox.owner),
    attendees: [],
    showAs: 'busy',
    body: '',
    mine: 'organizer',
  };
}

/** All series as they are now, also those that were made here. */
export function seriesNow(mailbox: OpenMailbox): readonly Series[] {
  const born = seriesOf(mailbox);
  const edits = editsIn(mailbox, eventSet);
  if (edits.length === 0) return born;
  const ofSeries = edits.flatMap(([id, edit]) => {
    const { folder: calendar, index: number, part } = placeOf(mailbox, 'event', id);
    return part === 1 ? [{ edit, calendar, number }] : [];
  });
  const made = ofSeries
    .filter(({ edit }) => edit.made)
    .map(({ calendar, number }): Series => {
      const pattern: Pattern = { type: 'daily', interval: 1 };
      const { start: _, ...what } = blankAppointment(mailbox, calendar);
      return { ...what, number, pattern, range: { first: 0 }, at: 0 };
    });
  return [...born, ...made].flatMap((series) => {
    const edit = ofSeries.find(({ number }) => number === series.number)?.edit;
    if (edit?.gone) return [];
    return edit ? [changedSeries(series, edit)] : [series];
  });
}

function changedSeries(series: Series, { fields, serial, at }: Edit): Series {
  const { start, end, recurrence, ...rest } = fields;
  const times = start === undefined || end === undefined ? {} : spanOf(start, end);
  const rule = recurrence as { pattern?: Wire; range?: Wire } | null | undefined;
  return {
    ...series,
    ...times,
    ...(rule?.pattern ? { pattern: readPattern(rule.pattern) } : {}),
    ...(rule?.range ? { range: readRange(rule.range) } : {}),
    allDay: (rest['isAllDay'] ?? series.allDay ?? false) === true,
    fields: rest,
    written: { serial, at },
  };
}

function spanOf(start: unknown, end: unknown): Pick<Series, 'zone' | 'at' | 'minutes'> {
  const [from, to] = [readMoment(start), readMoment(end)];
  return {
    zone: from.zone,
    at: (((from.wall % day) + day) % day) / minute,
    minutes: (to.time - from.time) / minute,
  };
}
