/** Finds events: those of a span of time with their occurrences, those of a calendar as they were written, one by its place. */
import { nothingHere } from '#simulator/graph/graph-answer.ts';
import { appointmentsOn, bounds } from '#simulator/seed/agenda.ts';
import { type Appointment } from '#simulator/seed/appointments.ts';
import type { Series } from '#simulator/seed/series.ts';
import { daysBetween } from '#simulator/seed/recurrence.ts';
import { editOf, editsIn } from '#simulator/outlook/mailbox/edits.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { entryOf, eventId, type Entry } from './event.ts';
import {
  editedEntries,
  entryNow,
  eventSet,
  madeEntry,
  madePart,
  seriesNow,
} from './event-edits.ts';
import { invitationFolders, invitationPart, perDay, type EventPlace } from './event-place.ts';
import { invited, invitationEntry } from './invitation.ts';

const day = 86_400_000;
/** An appointment of the seed is no longer than this, and no zone is further from UTC than a day. */
const longest = 7;

export function entriesBetween(
  mailbox: OpenMailbox,
  calendars: readonly number[],
  from: number,
  to: number,
): Entry[] {
  const [first, last] = [Math.floor(from / day) - longest, Math.ceil(to / day) + 1];
  const born = calendars.flatMap((calendar) => [
    ...singles(mailbox, calendar, first, last),
    ...seriesNow(mailbox)
      .filter((series) => series.calendar === calendar)
      .flatMap((series) => occurrences(series, first, last)),
    ...(calendar === 0 ? invited(mailbox, first, last) : []),
  ]);
  return asTheyAre(mailbox, calendars, born)
    .filter(({ start, end }) => start < to && (end > from || (start === end && start >= from)))
    .sort(byStart);
}

/** The seed's, but for those that people changed: these are where they were put, and so are those that were made. */
function asTheyAre(mailbox: OpenMailbox, calendars: readonly number[], born: Entry[]): Entry[] {
  if (editsIn(mailbox, eventSet).length === 0) return born;
  const { entries, ids } = editedEntries(mailbox, calendars, (place) => bornAt(mailbox, place));
  const isOther = (entry: Entry) =>
    entry.type === 'seriesMaster' || !ids.has(eventId(mailbox, entry.place));
  return [...born.filter(isOther), ...entries];
}

export function byStart(one: Entry, other: Entry): number {
  return (
    one.start - other.start ||
    one.place.part - other.place.part ||
    one.place.index - other.place.index
  );
}

/** Single events and series, as they were written down. */
export function writtenEntries(mailbox: OpenMailbox, calendar: number): Entry[] {
  const { first, last } = bounds(mailbox);
  const born = [
    ...seriesNow(mailbox)
      .filter((series) => series.calendar === calendar)
      .map((series) => masterOf(series)),
    ...singles(mailbox, calendar, first, last),
    ...(calendar === 0 ? invited(mailbox, first, last) : []),
  ];
  // A day of a series is no event of its own, however it was changed.
  return asTheyAre(mailbox, [calendar], born)
    .filter(({ type }) => type === 'singleInstance' || type === 'seriesMaster')
    .sort((one, other) => byStart(other, one));
}

function singles(mailbox: OpenMailbox, calendar: number, from: number, to: number): Entry[] {
  const { first, last } = bounds(mailbox);
  const entries: Entry[] = [];
  for (let at = Math.max(from, first); at <= Math.min(to, last); at++) {
    appointmentsOn(mailbox, calendar, at).forEach((what, nth) => {
      entries.push(
        entryOf({ calendar, index: at * perDay + nth, part: 0 }, 'singleInstance', what),
      );
    });
  }
  return entries;
}

export function masterOf(series: Series): Entry {
  const { calendar, number, range, pattern } = series;
  const [first = range.first] = daysBetween(pattern, range, range.first, range.first + 400);
  return entryOf({ calendar, index: number, part: 1 }, 'seriesMaster', onDay(series, first), {
    series,
    ...writtenIn(series),
  });
}

function writtenIn({ fields, written }: Series): Pick<Entry, 'fields' | 'written'> {
  return fields && written ? { fields, written } : {};
}

function onDay(series: Series, at: number): Appointment {
  return { ...series, start: at * day + series.at * 60_000 };
}

function occurrences(series: Series, from: number, to: number): Entry[] {
  return daysBetween(series.pattern, series.range, from, to).flatMap((at) => {
    const entry = occurrenceOn(series, at);
    return entry ? [entry] : [];
  });
}

function occurrenceOn(series: Series, at: number): Entry | undefined {
  const { calendar, number, exceptions = {} } = series;
  const place: EventPlace = { calendar, index: at, part: 2 + number };
  const plain = onDay(series, at);
  const exception = exceptions[at];
  if (!exception) return entryOf(place, 'occurrence', plain, { series, ...writtenIn(series) });
  if (exception.gone) return undefined;
  const what = {
    ...plain,
    start: plain.start + (exception.later ?? 0) * 60_000,
    subject: exception.subject ?? plain.subject,
  };
  const originalStart = entryOf(place, 'exception', plain).start;
  return entryOf(place, 'exception', what, { series, originalStart });
}

/** @throws {GraphRefusal} for a place where nothing is, or no longer */
export function entryAt(mailbox: OpenMailbox, place: EventPlace): Entry {
  const edit = editOf(mailbox, eventSet, eventId(mailbox, place));
  if (place.part === madePart && edit && !edit.gone) return madeEntry(mailbox, place, edit);
  const entry = bornAt(mailbox, place);
  const now = entry && entryNow(mailbox, entry);
  if (!now) throw nothingHere();
  return now;
}

function bornAt(mailbox: OpenMailbox, { calendar, index, part }: EventPlace): Entry | undefined {
  if (part === invitationPart) return invitationEntry(mailbox, calendar - invitationFolders, index);
  if (part === 0) {
    const [at, nth] = [Math.floor(index / perDay), index % perDay];
    const what = appointmentsOn(mailbox, calendar, at)[nth];
    return what && entryOf({ calendar, index, part }, 'singleInstance', what);
  }
  const number = part === 1 ? index : part - 2;
  const series = seriesNow(mailbox).find((each) => each.number === number);
  if (!series || series.calendar !== calendar) return undefined;
  if (part === 1) return masterOf(series);
  const [at] = daysBetween(series.pattern, series.range, index, index);
  return at === undefined ? undefined : occurrenceOn(series, at);
}
