/** When several people could meet (Graph findMeetingTimes action): half hours of the windows asked for, the surest first. */
import { jsonBody } from '#simulator/graph/graph-body.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import type { viewOf } from '#simulator/outlook/calendar/event-answer.ts';
import type { entriesBetween } from '#simulator/outlook/calendar/event-list.ts';
import type * as TimeZone from '#simulator/outlook/calendar/time-zone.ts';
import { openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { homeZone } from '#simulator/seed/appointments.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

/** What the calendars know already: imported here, it would be taken out of the file that everybody loads. */
interface Calendars {
  readonly entriesBetween: typeof entriesBetween;
  readonly homeZone: typeof homeZone;
  readonly viewOf: typeof viewOf;
  readonly time: Pick<typeof TimeZone, 'timeOfWall' | 'wallText' | 'wallTime' | 'zoneNamed'>;
}

const minute = 60_000;
const step = 30 * minute;
const week = 7 * 24 * 60 * minute;

interface Window {
  readonly from: number;
  readonly to: number;
}

interface Attendee {
  readonly type: string;
  readonly address: string;
}

/** How busy somebody is then; nobody's calendar outside of the company is known. */
type BusyAt = (from: number, to: number) => 'free' | 'busy' | 'unknown';

interface Asked {
  readonly attendees: readonly Attendee[];
  readonly windows: readonly Window[];
  readonly length: number;
  readonly most: number;
  readonly surest: number;
  readonly isAtWork: boolean;
  readonly isOrganizerOptional: boolean;
}

export async function findMeetingTimes(
  c: GraphContext,
  context: TenantContext,
  calendars: Calendars,
): Promise<Response> {
  const { wallText, wallTime, zoneNamed } = calendars.time;
  const asked = readAsked(await jsonBody(c), context.now(), calendars);
  const { view, headers } = calendars.viewOf(c);
  const organizer = c.get('facts').person;
  const zone = zoneNamed(calendars.homeZone(await openMailbox(context, organizer))) ?? 'UTC';
  const own = await busyAt(context, organizer, asked.windows, calendars);
  const others = await Promise.all(
    asked.attendees.map(async (attendee) => {
      const person = context.people.find(
        ({ userPrincipalName }) => userPrincipalName.toLowerCase() === attendee.address,
      );
      return {
        attendee,
        busy: person ? await busyAt(context, person, asked.windows, calendars) : unknown,
      };
    }),
  );
  const time = (at: number) => ({
    dateTime: wallText(wallTime(at, view.zone)),
    timeZone: view.zoneName,
  });
  const times = asked.windows
    .flatMap((window) => slots(window, asked.length))
    .filter((at) => !asked.isAtWork || isWorkingTime(wallTime(at, zone), asked.length))
    .map((at) => {
      const to = at + asked.length;
      const found = others.map(({ attendee, busy }) => ({ attendee, is: busy(at, to) }));
      return { at, to, organizer: own(at, to), found, confidence: confidence(found) };
    });
  const free = times.filter((each) => each.organizer === 'free' || asked.isOrganizerOptional);
  const kept = free
    .filter((each) => each.confidence >= asked.surest)
    .toSorted((a, b) => b.confidence - a.confidence || a.at - b.at)
    .slice(0, asked.most);
  return answer(
    {
      '@odata.context': metadata(context, 'microsoft.graph.meetingTimeSuggestionsResult'),
      emptySuggestionsReason:
        kept.length > 0 ? '' : free.length > 0 ? 'attendeesUnavailable' : 'organizerUnavailable',
      meetingTimeSuggestions: kept.map((each, index) => ({
        confidence: each.confidence,
        order: index + 1,
        organizerAvailability: each.organizer,
        suggestionReason:
          each.confidence === 100
            ? 'Suggested because it is one of the nearest times when all attendees are available.'
            : 'Suggested because it is one of the nearest times when most attendees are available.',
        meetingTimeSlot: { start: time(each.at), end: time(each.to) },
        attendeeAvailability: each.found.map(({ attendee, is }) => ({
          availability: is,
          attendee: { type: attendee.type, emailAddress: { address: attendee.address } },
        })),
        locations: [],
      })),
    },
    headers,
  );
}

const unknown: BusyAt = () => 'unknown';

async function busyAt(
  context: TenantContext,
  person: Person,
  windows: readonly Window[],
  { entriesBetween }: Calendars,
): Promise<BusyAt> {
  if (!hasMailbox(person)) return unknown;
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(...windows.map((window) => window.to));
  const taken = entriesBetween(await openMailbox(context, person), [0], from, to).filter(
    ({ what }) => !['free', 'workingElsewhere'].includes(what.showAs),
  );
  return (start, end) =>
    taken.some((entry) => entry.start < end && entry.end > start) ? 'busy' : 'free';
}

/** A free person is sure to come, a busy one sure not to, and of one who is not known it is anybody's guess. */
const chances = { free: 100, unknown: 49, busy: 0 };

function confidence(found: readonly { readonly is: keyof typeof chances }[]): number {
  if (found.length === 0) return 100;
  return found.reduce((sum, { is }) => sum + chances[is], 0) / found.length;
}

function slots({ from, to }: Window, length: number): number[] {
  const count = Math.floor((to - from - length) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * step);
}

function isWorkingTime(at: number, length: number): boolean {
  const wall = new Date(at);
  const begins = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const isWeekday = wall.getUTCDay() % 6 !== 0;
  return isWeekday && begins >= 8 * 60 && begins + length / minute <= 17 * 60;
}

type Members = Readonly<Record<string, unknown>>;

/** @throws {GraphRefusal} for a time or a length that is none */
function readAsked(given: Members, now: number, { time }: Calendars): Asked {
  const constraint = (given['timeConstraint'] ?? {}) as Members;
  const { timeslots, timeSlots = timeslots } = constraint as {
    timeslots?: unknown;
    timeSlots?: unknown;
  };
  const wanted = Array.isArray(timeSlots) ? (timeSlots as Members[]) : [];
  const next = Math.ceil(now / step) * step;
  const windows = wanted.map(({ start, end }) => ({
    from: readTime(start, time),
    to: readTime(end, time),
  }));
  if (windows.some(({ from, to }) => !(to > from)))
    throw badRequest('The end of a time slot has to be after its start.');
  const attendees = Array.isArray(given['attendees']) ? (given['attendees'] as Members[]) : [];
  return {
    attendees: attendees.map(({ type = 'required', emailAddress }) => ({
      type: textOf(type).toLowerCase(),
      address: textOf((emailAddress as Members | undefined)?.['address']).toLowerCase(),
    })),
    windows: windows.length > 0 ? windows : [{ from: next, to: next + week }],
    length: readLength(given['meetingDuration'] ?? 'PT30M'),
    most: Number(given['maxCandidates'] ?? 20),
    surest: Number(given['minimumAttendeePercentage'] ?? 50),
    isAtWork: !/^(unrestricted|personal)$/i.test(textOf(constraint['activityDomain'])),
    isOrganizerOptional: given['isOrganizerOptional'] === true,
  };
}

function readTime(value: unknown, { timeOfWall, zoneNamed }: Calendars['time']): number {
  const { dateTime = '', timeZone = 'UTC' } = (value ?? {}) as Record<string, string>;
  const zone = zoneNamed(timeZone);
  const wall = Date.parse(`${dateTime.replace(/(\.\d{3})\d*$|Z$/, '$1')}Z`);
  if (zone === undefined || Number.isNaN(wall)) throw badRequest(`'${dateTime}' is no time.`);
  return timeOfWall(wall, zone);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `PT1H`, `PT1H30M`, `P1D` */
function readLength(value: unknown): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(textOf(value));
  const [days = 0, hours = 0, minutes = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const length = ((days * 24 + hours) * 60 + minutes) * minute;
  if (length <= 0) throw badRequest(`'${textOf(value)}' is no length of a meeting.`);
  return length;
}
