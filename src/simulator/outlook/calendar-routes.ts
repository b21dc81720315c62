/** Calendars and what is in them (Graph calendar and event resources). */
import { needs, needsMailbox, opens } from '#simulator/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph-answer.ts';
import { cut, readQuery, selected } from '#simulator/graph-query.ts';
import { calendars, type SeedCalendar } from '#simulator/seed/agenda.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { eventId, wireEvent, type Entry } from './event.ts';
import { listEvents, spanOf, viewOf } from './event-answer.ts';
import { entriesBetween, entryAt, occurrences, writtenEntries } from './event-list.ts';
import { changeKey, itemId, placeOf } from './item-id.ts';
import { openMailbox, type OpenMailbox } from './open-mailbox.ts';

const day = 86_400_000;

export function calendarRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  app.get('/v1.0/me/calendars', ...guards, async (c) => listCalendars(c, context, await open(c)));
  app.get('/v1.0/me/calendarGroups', ...guards, async (c) => {
    const mailbox = await open(c);
    const group = {
      name: 'My Calendars',
      classId: '0006f0b7-0000-0000-c000-000000000046',
      changeKey: changeKey(mailbox.key, 340),
      id: itemId(mailbox, { kind: 'calendar', folder: 200, index: 0 }),
    };
    return answer(collection(context, `users('${mailbox.owner.oid}')/calendarGroups`, [group]));
  });
  const one = async (c: GraphContext, calendar: SeedCalendar) => {
    const mailbox = await open(c);
    const { select } = readQuery(c.req.url, ['$select']);
    const name = `users('${mailbox.owner.oid}')/calendars/$entity`;
    const members = selected(wireCalendar(mailbox, calendar), select, 'calendar', ['id']);
    return answer({ '@odata.context': metadata(context, name), ...members });
  };
  app.get('/v1.0/me/calendar', ...guards, (c) => one(c, defaultCalendar()));
  app.get('/v1.0/me/calendars/:calendar', ...guards, async (c) =>
    one(c, calendarHere(c, await open(c))),
  );
  for (const [path, everywhere] of [
    ['/me/calendarView', false],
    ['/me/calendar/calendarView', false],
    ['/me/calendars/:calendar/calendarView', true],
  ] as const) {
    app.get(`/v1.0${path}`, ...guards, async (c) => {
      const mailbox = await open(c);
      const { number } = everywhere ? calendarHere(c, mailbox) : defaultCalendar();
      const [from, to] = spanOf(c, 'startDateTime', 'endDateTime');
      const entries = entriesBetween(mailbox, [number], from, to);
      return listEvents(c, context, mailbox, entries, 'calendarView', [
        'createdDateTime',
        'lastModifiedDateTime',
      ]);
    });
  }
  for (const path of ['/me/events', '/me/calendar/events', '/me/calendars/:calendar/events']) {
    app.get(`/v1.0${path}`, ...guards, async (c) => {
      const mailbox = await open(c);
      const { number } = c.req.param('calendar' as never)
        ? calendarHere(c, mailbox)
        : defaultCalendar();
      return listEvents(c, context, mailbox, writtenEntries(mailbox, number), 'events');
    });
  }
  eventRoutes(app, context);
}

function eventRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  app.get('/v1.0/me/events/:event', ...guards, async (c) => {
    const mailbox = await open(c);
    const entry = entryHere(c, mailbox);
    const { select } = readQuery(c.req.url, ['$select', '$expand']);
    const { view, headers } = viewOf(c);
    const extra = select?.includes('cancelledOccurrences')
      ? { cancelledOccurrences: cancelled(mailbox, entry) }
      : {};
    const members = { ...wireEvent(mailbox, entry, view), ...extra };
    const name = `users('${mailbox.owner.oid}')/events/$entity`;
    return answer(
      { '@odata.context': metadata(context, name), ...selected(members, select, 'event', ['id']) },
      headers,
    );
  });
  app.get('/v1.0/me/events/:event/instances', ...guards, async (c) => {
    const mailbox = await open(c);
    const { series, type } = entryHere(c, mailbox);
    const [from, to] = spanOf(c, 'startDateTime', 'endDateTime');
    if (!series || type !== 'seriesMaster') {
      throw new GraphRefusal(
        400,
        'ErrorInvalidRequest',
        'Expansion of recurrences can only be done on series masters.',
      );
    }
    const entries = occurrences(series, Math.floor(from / day) - 7, Math.ceil(to / day) + 1);
    const inside = entries.filter(({ start, end }) => start < to && end > from);
    return listEvents(c, context, mailbox, inside, 'instances');
  });
  app.get('/v1.0/me/events/:event/attachments', ...guards, async (c) => {
    const mailbox = await open(c);
    entryHere(c, mailbox);
    const name = `users('${mailbox.owner.oid}')/events('${c.req.param('event')}')/attachments`;
    return answer(collection(context, name, []));
  });
}

function defaultCalendar(): SeedCalendar {
  const [first] = calendars;
  if (!first) throw nothingHere();
  return first;
}

function calendarHere(c: GraphContext, mailbox: OpenMailbox): SeedCalendar {
  const place = placeOf(mailbox, 'calendar', c.req.param('calendar') ?? '');
  const found = calendars.find(({ number }) => number === place.folder);
  if (!found) throw nothingHere();
  return found;
}

function entryHere(c: GraphContext, mailbox: OpenMailbox): Entry {
  const { folder, index, part } = placeOf(mailbox, 'event', c.req.param('event') ?? '');
  return entryAt(mailbox, { calendar: folder, index, part });
}

/** Of a series, the days on which it is left out. */
function cancelled(mailbox: OpenMailbox, { series, type }: Entry): string[] {
  if (!series || type !== 'seriesMaster') return [];
  const master = eventId(mailbox, { calendar: series.calendar, index: series.number, part: 1 });
  return Object.entries(series.exceptions ?? {})
    .filter(([, { gone }]) => gone)
    .map(([at]) => `OID.${master}.${new Date(Number(at) * day).toISOString().slice(0, 10)}`);
}

function listCalendars(c: GraphContext, context: TenantContext, mailbox: OpenMailbox): Response {
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count', '$orderby', '$filter']);
  const { items, count, next } = cut(context, c.req.url, calendars, query);
  const value = items.map((each) =>
    selected(wireCalendar(mailbox, each), query.select, 'calendar', ['id']),
  );
  return answer(
    collection(context, `users('${mailbox.owner.oid}')/calendars`, value, { count, next }),
  );
}

function wireCalendar(
  mailbox: OpenMailbox,
  { number, name, color, hexColor, canEdit }: SeedCalendar,
): object {
  const { owner, key } = mailbox;
  return {
    id: itemId(mailbox, { kind: 'calendar', folder: number, index: 0 }),
    name,
    color,
    hexColor,
    isDefaultCalendar: number === 0,
    changeKey: changeKey(key, 341, number),
    canShare: canEdit,
    canViewPrivateItems: true,
    canEdit,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: number === 0,
    isRemovable: number > 0,
    owner: { name: owner.displayName, address: owner.userPrincipalName },
  };
}
