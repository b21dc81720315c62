import type * as wire from '#contract/calendar.ts';
import { addDays, dayOf, type Day } from '#lib/days.ts';
import { instantOf, isZone } from '#lib/zoned-time.ts';
import { ianaZone } from '#lib/windows-zones.ts';

export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
export type Response =
  | 'none'
  | 'organizer'
  | 'tentative'
  | 'accepted'
  | 'declined'
  | 'notResponded';

/** Moments in milliseconds, or days, which have no zone: a birthday is on its day everywhere. */
export type When =
  | { readonly kind: 'timed'; readonly start: number; readonly end: number }
  /** Both included. */
  | { readonly kind: 'days'; readonly first: Day; readonly last: Day };

export interface CalendarEvent {
  readonly id: string;
  readonly calendar: string;
  readonly title: string;
  readonly when: When;
  readonly place: string;
  readonly showAs: ShowAs;
  readonly response: Response;
  readonly isCancelled: boolean;
  readonly isPrivate: boolean;
  readonly isOnline: boolean;
  /** Part of a series, as planned or otherwise. */
  readonly recurs: 'no' | 'as-planned' | 'otherwise';
  readonly organizer: string;
}

/** @param calendar id of the one it was read from */
export function toEvent(event: wire.Event, calendar: string): CalendarEvent | undefined {
  const when = whenOf(event);
  if (!when) return undefined;
  return {
    id: event.id,
    calendar,
    title: event.subject?.trim() || 'No title',
    when,
    place: placeOf(event),
    showAs: oneOf(showAs, event.showAs) ?? 'unknown',
    response: responseOf(event.responseStatus),
    isCancelled: event.isCancelled ?? false,
    isPrivate: event.sensitivity === 'private' || event.sensitivity === 'confidential',
    isOnline: event.isOnlineMeeting ?? false,
    recurs:
      event.type === 'occurrence' || event.type === 'seriesMaster'
        ? 'as-planned'
        : event.type === 'exception'
          ? 'otherwise'
          : 'no',
    organizer: nameOf(event.organizer?.emailAddress),
  };
}

const showAs = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] as const;

const responses: Readonly<Record<string, Response>> = {
  organizer: 'organizer',
  tentativelyAccepted: 'tentative',
  accepted: 'accepted',
  declined: 'declined',
  notResponded: 'notResponded',
};

export function responseOf(status: wire.ResponseStatus | null | undefined): Response {
  return responses[status?.response ?? ''] ?? 'none';
}

export function nameOf(address: wire.EmailAddress | null | undefined): string {
  return address?.name?.trim() || address?.address?.trim() || '';
}

function placeOf({ location, locations }: wire.Event): string {
  const all = (locations ?? []).map((each) => each?.displayName?.trim()).filter(Boolean);
  return all.length > 1 ? all.join('; ') : location?.displayName?.trim() || all[0] || '';
}

function oneOf<T extends string>(words: readonly T[], word: string | null | undefined) {
  return words.find((each) => each === word);
}

/** `undefined` where the service gave no times (an example's placeholder, a `$select` without them). */
export function whenOf({ start, end, isAllDay }: wire.Event): When | undefined {
  if (isAllDay) {
    const [first, after] = [wholeDay(start), wholeDay(end)];
    if (!first || !after) return undefined;
    // The end is the midnight after the last day.
    const last = after > first ? addDays(after, -1) : first;
    return { kind: 'days', first, last };
  }
  const [from, to] = [momentOf(start), momentOf(end)];
  if (from === undefined || to === undefined) return undefined;
  return { kind: 'timed', start: from, end: Math.max(from, to) };
}

/** Days are told as their midnights; one that was moved between zones on its way is taken for the nearest. */
function wholeDay(time: wire.DateTimeTimeZone | null | undefined): Day | undefined {
  const wall = Date.parse(`${bare(time)}Z`);
  return Number.isNaN(wall) ? undefined : dayOf(wall + 12 * 3_600_000);
}

/** The zone is UTC as we ask for it; an answer may still come in another, by its Windows or its IANA name. */
export function momentOf(time: wire.DateTimeTimeZone | null | undefined): number | undefined {
  const wall = Date.parse(`${bare(time)}Z`);
  if (Number.isNaN(wall)) return undefined;
  const zone = time?.timeZone ? zoneOf(time.timeZone) : 'UTC';
  if (zone === 'UTC') return wall;
  const day = dayOf(wall);
  const inDay = wall - Date.parse(`${day}T00:00:00Z`);
  return instantOf(day, Math.floor(inDay / 60_000), zone) + (inDay % 60_000);
}

/** The zone of the IANA database that a name stands for; UTC for one that nobody knows. */
export function zoneOf(name: string): string {
  const iana = ianaZone(name) ?? name;
  return /^(utc|etc\/utc|gmt|tzone:\/\/microsoft\/utc)$/i.test(iana) || !isZone(iana)
    ? 'UTC'
    : iana;
}

/** `2026-03-01T10:00:00.0000000`, to milliseconds, without an offset that should not be there. */
function bare(time: wire.DateTimeTimeZone | null | undefined): string {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?/.exec(time?.dateTime ?? '')?.[0] ?? ''
  );
}
