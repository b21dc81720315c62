/** Calendars and what is in them (Graph calendar and event resources). */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { chosen, cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { SeedCalendar } from '#simulator/seed/agenda.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { narrowed } from '#simulator/workplace/list-route.ts';
import { changeKey, itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { rowChanges } from '#simulator/outlook/delta/row-delta.ts';
import { openMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { eventId, selectedOf, wireEvent, type Entry } from './event.ts';
import { listEvents, spanOf, viewOf } from './event-answer.ts';
import { calendarCalled, calendarsNow, wireCalendar } from './calendars.ts';
import { eventSet } from './event-edits.ts';
import { eventWrites } from './event-writes.ts';
import { entryCalled } from './event-input.ts';
import { entriesBetween, writtenEntries } from './event-list.ts';

const day = 86_400_000;

export function calendarRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  app.get('/v1.0/me/calendars', ...guards, async (c) => listCalendars(c, context, await open(c)));
  const group = (mailbox: OpenMailbox) => ({
    name: 'My Calendars',
    classId: '0006f0b7-0000-0000-c000-000000000046',
    changeKey: changeKey(mailbox.key, 340),
    id: itemId(mailbox, { kind: 'calendar', folder: 200, index: 0 }),
  });
  app.get('/v1.0/me/calendarGroups', ...guards, async (c) => {
    const mailbox = await open(c);
    const name = `users('${mailbox.owner.oid}')/calendarGroups`;
    const { select } = readQuery(c.req.url, ['$select', '$top']);
    const one = selected(group(mailbox), select, 'calendarGroup', ['id']);
    return answer(collection(context, name, [one]));
  });
  const here = async (c: GraphContext) => {
    const mailbox = await open(c);
    if (c.req.param('group') !== group(mailbox).id) throw nothingHere();
    return mailbox;
  };
  app.get('/v1.0/me/calendarGroups/:group/calendars', ...guards, async (c) =>
    listCalendars(c, context, await here(c)),
  );
  app.get('/v1.0/me/calendarGroups/:group', ...guards, async (c) => {
    const mailbox = await here(c);
    const name = `users('${mailbox.owner.oid}')/calendarGroups/$entity`;
    return answer({ '@odata.context': metadata(context, name), ...group(mailbox) });
  });
  const one = async (c: GraphContext) => {
    const mailbox = await open(c);
    const calendar: SeedCalendar = calendarCalled(mailbox, c.req.param('calendar'));
    const { select } = readQuery(c.req.url, ['$select']);
    const name = `users('${mailbox.owner.oid}')/calendars/$entity`;
    const members = selected(wireCalendar(mailbox, calendar), select, 'calendar', ['id']);
    return answer({ '@odata.context': metadata(context, name), ...members });
  };
  app.get('/v1.0/me/calendar', ...guards, (c) => one(c));
  app.get('/v1.0/me/calendars/:calendar', ...guards, (c) => one(c));
  for (const above of ['/me', '/me/calendar', '/me/calendars/:calendar']) {
    const numberHere = (c: GraphContext, mailbox: OpenMailbox) =>
      calendarCalled(mailbox, c.req.param('calendar')).number;
    app.get(`/v1.0${above}/calendarView`, ...guards, async (c) => {
      const mailbox = await open(c);
      const [from, to] = spanOf(c);
      const entries = entriesBetween(mailbox, [numberHere(c, mailbox)], from, to);
      return listEvents(app, c, context, mailbox, entries, 'calendarView', [
        'createdDateTime',
        'lastModifiedDateTime',
      ]);
    });
    app.get(`/v1.0${above}/calendarView/delta`, ...guards, async (c) => {
      const mailbox = await open(c);
      const { view } = viewOf(c);
      return rowChanges(c, context, mailbox, {
        type: 'event',
        set: eventSet,
        span: () => spanOf(c),
        all: ([from, to]) => entriesBetween(mailbox, [numberHere(c, mailbox)], from, to),
        wired: (entry: Entry) => wireEvent(mailbox, entry, view),
      });
    });
    app.get(`/v1.0${above}/events`, ...guards, async (c) => {
      const mailbox = await open(c);
      const entries = writtenEntries(mailbox, numberHere(c, mailbox));
      return listEvents(app, c, context, mailbox, entries, 'events');
    });
  }
  eventRoutes(app, context);
  eventWrites(app, context);
}

function eventRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  app.get('/v1.0/me/events/:event', ...guards, async (c) => {
    const mailbox = await open(c);
    const entry = entryCalled(mailbox, c.req.param('event') ?? '');
    const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
    const { view, headers } = viewOf(c);
    const extra = select?.includes('cancelledOccurrences')
      ? { cancelledOccurrences: cancelled(mailbox, entry) }
      : {};
    const members = { ...wireEvent(mailbox, entry, view), ...extra };
    const name = `users('${mailbox.owner.oid}')/events${chosen(select)}/$entity`;
    return answer(
      {
        '@odata.context': metadata(context, name),
        ...selectedOf(members, select),
        ...(expand
          ? await (
              await import('#simulator/seldom/seldom-routes.ts')
            ).expandedOf(app, c, `/me/events/${c.req.param('event')}`, 'event', expand)
          : {}),
      },
      headers,
    );
  });
  app.get('/v1.0/me/events/:event/instances', ...guards, async (c) => {
    const mailbox = await open(c);
    const { series, type } = entryCalled(mailbox, c.req.param('event') ?? '');
    const [from, to] = spanOf(c);
    if (!series || type !== 'seriesMaster') {
      throw new GraphRefusal(
        400,
        'ErrorInvalidRequest',
        'Expansion of recurrences can only be done on series masters.',
      );
    }
    const inside = entriesBetween(mailbox, [series.calendar], from, to).filter(
      (each) => each.series?.number === series.number,
    );
    return listEvents(app, c, context, mailbox, inside, 'instances');
  });
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
  const all = calendarsNow(mailbox).map((each) => wireCalendar(mailbox, each));
  const rows = narrowed(all, query, 'calendar');
  const { items, count, next } = cut(context, c.req.url, rows, query);
  const value = items.map((each) => selected(each, query.select, 'calendar', ['id']));
  return answer(
    collection(context, `users('${mailbox.owner.oid}')/calendars${chosen(query.select)}`, value, {
      count,
      next,
    }),
  );
}
