/** Lists of events as a request wants to see them: span of time, zone, filter, order, page. */
import { holds } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import {
  badRequest,
  chosen,
  cut,
  listOptions,
  readQuery,
  type Query,
} from '#simulator/graph/graph-query.ts';
import { parseFilter } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf, textOf } from '#simulator/graph/odata-fits.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { pagesFor, preferences } from '#simulator/outlook/preferences.ts';
import { selectedOf, wireEvent, type Entry, type EventView } from './event.ts';
import { zoneNamed } from './time-zone.ts';

const day = 86_400_000;

/** Both bounds are needed; each is read by its own offset, as UTC where it has none, whatever zone is preferred. */
export function spanOf(c: GraphContext): [number, number] {
  const given = [...new URL(c.req.url).searchParams];
  const [from = 0, to = 0] = ['startDateTime', 'endDateTime'].map((name) => {
    // In any letters: Microsoft's own components write them small.
    const text = given.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
    if (text === undefined) {
      throw new GraphRefusal(
        400,
        'ErrorInvalidParameter',
        `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime. '${name}' is missing.`,
      );
    }
    // In a query a plus that was not escaped arrives as a space.
    const plain = text
      .trim()
      .replace(/ (\d\d:\d\d)$/, '+$1')
      .replace(/(\.\d{3})\d+/, '$1');
    const time = Date.parse(
      /(Z|[+-]\d\d:?\d\d)$/i.test(plain) || !plain.includes('T') ? plain : `${plain}Z`,
    );
    if (Number.isNaN(time))
      throw badRequest(`The value '${text}' of parameter '${name}' is invalid.`);
    return time;
  });
  if (to < from)
    throw new GraphRefusal(
      400,
      'ErrorInvalidParameter',
      'EndDateTime must not be before StartDateTime.',
    );
  if (to - from > 1825 * day) {
    throw new GraphRefusal(
      400,
      'ErrorCalendarViewRangeTooBig',
      'The requested range of the calendar view is greater than 1825 days.',
    );
  }
  return [from, to];
}

export function viewOf(c: GraphContext): {
  view: EventView;
  headers: Readonly<Record<string, string>>;
} {
  const { timeZone = 'UTC', bodyType, headers } = preferences(c);
  const zone = zoneNamed(timeZone);
  if (zone === undefined) {
    throw new GraphRefusal(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: ${timeZone}.`,
    );
  }
  const bare = !holds(c.get('facts'), [
    'Calendars.Read',
    'Calendars.ReadWrite',
    'Calendars.Read.Shared',
    'Calendars.ReadWrite.Shared',
  ]);
  return { view: { zoneName: timeZone, zone, bodyType, bare }, headers };
}

export async function listEvents(
  app: GraphApp,
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  entries: readonly Entry[],
  name: string,
  notSelectable: readonly string[] = [],
): Promise<Response> {
  const query = readQuery(c.req.url, listOptions, pagesFor(c));
  const refused = query.select?.find((each) => notSelectable.includes(each));
  if (refused) throw badRequest(`The property '${refused}' cannot be selected here.`);
  const { view, headers } = viewOf(c);
  const rows = ordered(mailbox, filtered(mailbox, entries, query, view), query, view);
  const { items, count, next } = cut(context, c.req.url, rows, query);
  const shown = items.map((entry) => selectedOf(wireEvent(mailbox, entry, view), query.select));
  const value =
    query.expand === undefined
      ? shown
      : await (
          await import('#simulator/seldom/seldom-routes.ts')
        ).allExpanded(app, c, '/me/events', 'event', query.expand, shown);
  const set = `users('${mailbox.owner.oid}')/${name}${chosen(query.select)}`;
  return answer(collection(context, set, value, { count, next }), headers);
}

function filtered(
  mailbox: OpenMailbox,
  entries: readonly Entry[],
  { filter }: Query,
  view: EventView,
): readonly Entry[] {
  if (filter === undefined) return entries;
  const parsed = parseFilter(filter);
  return entries.filter((entry) => {
    let wired: object | undefined;
    return fits(parsed, (path) => {
      // Bounds of time are asked for most, and are UTC whatever is preferred.
      if (path === 'start/dateTime') return new Date(entry.start).toISOString();
      if (path === 'end/dateTime') return new Date(entry.end).toISOString();
      wired ??= wireEvent(mailbox, entry, { ...view, bare: true });
      return memberOf(wired, path);
    });
  });
}

function ordered(
  mailbox: OpenMailbox,
  entries: readonly Entry[],
  { orderBy }: Query,
  view: EventView,
): readonly Entry[] {
  const [order] = orderBy;
  if (!order) return entries;
  const { property, descending } = order;
  const direction = descending ? -1 : 1;
  if (property === 'start/dateTime' || property === 'end/dateTime') {
    const end = property.startsWith('end');
    return entries.toSorted(
      (one, other) => direction * (end ? one.end - other.end : one.start - other.start),
    );
  }
  if (!['subject', 'createdDateTime', 'lastModifiedDateTime'].includes(property)) {
    throw badRequest(`The property '${property}' does not support ordering here.`);
  }
  const keyed = entries.map((entry) => ({
    entry,
    key: textOf(memberOf(wireEvent(mailbox, entry, { ...view, bare: true }), property)),
  }));
  const collator = new Intl.Collator('en');
  return keyed
    .sort((one, other) => direction * collator.compare(one.key, other.key))
    .map(({ entry }) => entry);
}
