/** Events and calendars written: made, changed, deleted, and invitations answered (Graph event resource). */
import { needs, needsMailbox } from '#simulator/graph-access.ts';
import { GraphRefusal, type GraphApp, type GraphContext } from '#simulator/graph-answer.ts';
import { escape, htmlPage } from '#simulator/seed/letter.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { calendarCalled, calendarSet, calendarsNow, wireCalendar } from './calendars.ts';
import { editOf, nextNumber, write, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { entryOf, eventId, wireEvent, type Entry } from './event.ts';
import { viewOf } from './event-answer.ts';
import {
  blankAppointment,
  eventSet,
  madePart,
  madeSeries,
  readMoment,
  readPattern,
  readRange,
} from './event-edits.ts';
import { entryAt } from './event-list.ts';
import { placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import { moment } from '#simulator/outlook/messages/message.ts';
import {
  changeMailbox,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import {
  checkMatch,
  writeRoutes,
  type Row,
  type Writable,
} from '#simulator/outlook/write-routes.ts';
import { jsonBody } from '#simulator/outlook/messages/written-message.ts';

const utc = { zoneName: 'UTC', zone: 'UTC' };

export function entryCalled(mailbox: OpenMailbox, id: string): Entry {
  const { folder: calendar, index, part } = placeOf(mailbox, 'event', id);
  return entryAt(mailbox, { calendar, index, part });
}

export function eventWrites(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox];
  for (const above of ['/me', '/me/calendar', '/me/calendars/:calendar']) {
    const path = `${above}/events`;
    writeRoutes(app, context, {
      path,
      type: 'event',
      name: 'events',
      guards,
      find: (_, mailbox, id) => {
        const entry = entryCalled(mailbox, id);
        return { set: eventSet, row: wireEvent(mailbox, entry, utc) };
      },
      isDerived: true,
      shown: (c, mailbox, id) => wireEvent(mailbox, entryCalled(mailbox, id), viewOf(c).view),
      make: (c, mailbox, given) => blankEvent(c, mailbox, given),
      completed,
    });
    answers(app, context, `${path}/:row`);
  }
  calendarWrites(app, context);
}

function blankEvent(c: GraphContext, mailbox: OpenMailbox, given: Members): Row {
  if (!given['start'] || !given['end']) throw invalid();
  const calendar = calendarCalled(mailbox, c.req.param('calendar'));
  if (!calendar.canEdit)
    throw new GraphRefusal(403, 'ErrorAccessDenied', 'This calendar is not yours to write in.');
  let index = nextNumber(mailbox);
  const place = (part: number) => ({ calendar: calendar.number, index, part });
  if (given['recurrence']) {
    index = madeSeries;
    while (editOf(mailbox, eventSet, eventId(mailbox, place(1)))) index++;
  }
  const entry = entryOf(
    place(given['recurrence'] ? 1 : madePart),
    'singleInstance',
    blankAppointment(mailbox, calendar.number),
  );
  return { set: eventSet, row: wireEvent(mailbox, entry, utc) };
}

function invalid(
  code = 'ErrorPropertyValidationFailure',
  message = 'At least one property failed validation.',
): GraphRefusal {
  return new GraphRefusal(400, code, message);
}

/** Members that say more on the way out than on the way in. @throws {GraphRefusal} for what cannot happen */
function completed(given: Members, _: OpenMailbox, row: Members): Members {
  const { start = row['start'], end = row['end'], isAllDay = row['isAllDay'] } = given;
  const [from, to] = [readMoment(start), readMoment(end)];
  if (to.time < from.time)
    throw invalid(
      'ErrorCalendarEndDateIsEarlierThanStartDate',
      'The end of an event is before its beginning.',
    );
  if (isAllDay === true && (from.wall % 86_400_000 !== 0 || to.wall % 86_400_000 !== 0))
    throw invalid(
      'ErrorInvalidRequest',
      'An event of whole days begins and ends at midnight of one time zone.',
    );
  const rule = given['recurrence'] as { pattern?: Members; range?: Members } | null | undefined;
  if (rule) {
    if (!rule.pattern || !rule.range) throw invalid();
    readPattern(rule.pattern);
    readRange(rule.range);
  }
  const isOnline = given['isOnlineMeeting'];
  return {
    ...(given['body'] ? { body: bodyOf(given['body']) } : {}),
    ...(given['attendees'] ? { attendees: attendeesOf(given['attendees']) } : {}),
    ...placeOfEvent(given),
    ...(isOnline === undefined
      ? {}
      : { onlineMeetingProvider: isOnline ? 'teamsForBusiness' : 'unknown' }),
  };
}

/** Outlook keeps HTML, whatever it was given. */
function bodyOf(given: unknown): object {
  const { contentType = 'text', content = '' } = given as Record<string, string>;
  const isHtml = contentType.toLowerCase() === 'html';
  return {
    contentType: 'html',
    content: isHtml ? content : htmlPage(escape(content).replaceAll(/\r?\n/g, '<br>')),
  };
}

function attendeesOf(given: unknown): object[] {
  return (given as Record<string, unknown>[]).map(({ emailAddress, type = 'required' }) => {
    const { address, name = address } = (emailAddress ?? {}) as Record<string, unknown>;
    if (typeof address !== 'string' || !/^\S+@\S+$/.test(address)) throw invalid();
    return {
      type,
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name, address },
    };
  });
}

function placeOfEvent({ location, locations }: Members): Members {
  const list = (locations ?? (location ? [location] : undefined)) as Members[] | undefined;
  if (!list) return {};
  const full = list.map((each): Members => ({
    locationType: 'default',
    ...(each['displayName'] ? { uniqueId: each['displayName'], uniqueIdType: 'private' } : {}),
    ...each,
  }));
  return { location: { ...full[0], displayName: full[0]?.['displayName'] ?? '' }, locations: full };
}

const responses = {
  accept: ['accepted', 'busy'],
  tentativelyAccept: ['tentativelyAccepted', 'tentative'],
  decline: ['declined', 'free'],
} as const;

/** What is done with an event as an invitation: each is accepted at once, and says nothing more. */
function answers(app: GraphApp, context: TenantContext, path: string): void {
  const guards = [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox] as const;
  const act = (
    name: string,
    work: (mailbox: OpenMailbox, entry: Entry, id: string, given: Members) => void,
  ) =>
    app.post(`/v1.0${path}/${name}`, ...guards, async (c) => {
      const given = await jsonBody(c);
      return changeMailbox(context, c.get('facts').person, (mailbox) => {
        const entry = entryCalled(mailbox, c.req.param('row') ?? '');
        const id = eventId(mailbox, entry.place);
        checkMatch(c, wireEvent(mailbox, entry, utc)['@odata.etag']);
        work(mailbox, entry, id, given);
        return new Response(null, { status: 202 });
      });
    });
  for (const [name, [response, showAs]] of Object.entries(responses))
    act(name, (mailbox, { what }, id) => {
      if (what.mine === 'organizer')
        throw invalid(
          'ErrorInvalidRequest',
          "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
        );
      // What was declined leaves the calendar.
      if (response === 'declined') return write(mailbox, eventSet, id, {}, 'gone');
      const responseStatus = { response, time: moment(mailbox.now) };
      return write(mailbox, eventSet, id, { responseStatus, showAs });
    });
  act('cancel', (mailbox, { what }, id) => {
    if (what.mine !== 'organizer')
      throw invalid(
        'ErrorInvalidRequest',
        "Your request can't be completed. You need to be an organizer to cancel a meeting.",
      );
    write(mailbox, eventSet, id, {}, 'gone');
  });
  act('forward', (_, __, ___, { toRecipients }) => {
    if (!Array.isArray(toRecipients) || toRecipients.length === 0)
      throw invalid('ErrorInvalidRecipients', 'At least one recipient is not valid.');
    attendeesOf(toRecipients);
  });
}

function calendarWrites(app: GraphApp, context: TenantContext): void {
  const calendars: Writable = {
    path: '/me/calendars',
    type: 'calendar',
    name: 'calendars',
    guards: [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox],
    find: (_, mailbox, id) => ({
      set: calendarSet,
      row: wireCalendar(mailbox, calendarCalled(mailbox, id)),
    }),
    make: (_, mailbox) => {
      const numbers = calendarsNow(mailbox).map(({ number }) => number);
      const number = Math.max(19, ...numbers) + 1;
      // From a hundred on these numbers mean folders of mail.
      if (number >= 100) throw new GraphRefusal(507, 'ErrorQuotaExceeded', 'Too many calendars.');
      const calendar = { number, name: '', color: 'auto', hexColor: '', canEdit: true };
      return { set: calendarSet, row: wireCalendar(mailbox, calendar) };
    },
    completed: (given, mailbox, row) => {
      const name = given['name'] ?? row['name'];
      if (typeof name !== 'string' || name.trim() === '') throw invalid();
      const isTaken = calendarsNow(mailbox).some(
        (each) => each.name === name && wireCalendar(mailbox, each).id !== row['id'],
      );
      if (!isTaken) return {};
      throw new GraphRefusal(
        409,
        'ErrorFolderExists',
        'A folder with the specified name already exists.',
      );
    },
    remove: (_, { row }) => {
      if (row['isDefaultCalendar'])
        throw invalid('ErrorInvalidRequest', 'The default calendar cannot be deleted.');
    },
  };
  writeRoutes(app, context, calendars);
  writeRoutes(app, context, { ...calendars, path: '/me/calendarGroups/:group/calendars' });
  // The default calendar has an address without an id.
  for (const guard of calendars.guards) app.patch('/v1.0/me/calendar', guard);
  app.patch('/v1.0/me/calendar', async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const { id } = wireCalendar(mailbox, calendarCalled(mailbox, undefined));
    return app.answerAs(`/v1.0/me/calendars/${id}`, c.req.raw);
  });
}
