/** What hangs on an event: its calendar, the moved and the left out days of a series, and files (Graph event resource). */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { resourceBody } from '#simulator/graph/graph-body.ts';
import { cut, readQuery } from '#simulator/graph/graph-query.ts';
import type { WireAttachment } from '#simulator/outlook/attachments/attachment.ts';
import { readAttachment } from '#simulator/outlook/attachments/written-attachment.ts';
import { calendarsNow, wireCalendar } from '#simulator/outlook/calendar/calendars.ts';
import { eventId } from '#simulator/outlook/calendar/event.ts';
import { listEvents } from '#simulator/outlook/calendar/event-answer.ts';
import { eventSet } from '#simulator/outlook/calendar/event-edits.ts';
import { entryCalled, invalid } from '#simulator/outlook/calendar/event-input.ts';
import { entriesBetween } from '#simulator/outlook/calendar/event-list.ts';
import { nextNumber, rowsNow, write } from '#simulator/outlook/mailbox/edits.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import type { MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import {
  changeMailbox,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { base64 } from '#simulator/outlook/messages/mail-syntax.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

/** Milliseconds: calendars are of five years, and a series without end has to be looked through as far as somewhere. */
const reach = 3 * 366 * 86_400_000;

export function eventParts(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const open = async (c: GraphContext) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    return { mailbox, entry: entryCalled(mailbox, c.req.param('event') ?? '') };
  };
  app.get('/v1.0/me/events/:event/calendar', ...guards, async (c) => {
    const { mailbox, entry } = await open(c);
    // Invitations bring theirs into the main calendar.
    const number = entry.place.calendar < 100 ? entry.place.calendar : 0;
    const calendar = calendarsNow(mailbox).find((each) => each.number === number);
    if (!calendar) throw nothingHere();
    const name = `users('${mailbox.owner.oid}')/events('${c.req.param('event')}')/calendar/$entity`;
    return answer({
      '@odata.context': metadata(context, name),
      ...wireCalendar(mailbox, calendar),
    });
  });
  app.get('/v1.0/me/events/:event/exceptionOccurrences', ...guards, async (c) => {
    const { mailbox, entry } = await open(c);
    if (!entry.series || entry.type !== 'seriesMaster')
      throw invalid(
        'ErrorInvalidRequest',
        'Exceptions are a property of the master of a series alone.',
      );
    const { calendar, number } = entry.series;
    const [from, to] = [mailbox.now - reach, mailbox.now + reach];
    const moved = entriesBetween(mailbox, [calendar], from, to).filter(
      ({ type, series }) => type === 'exception' && series?.number === number,
    );
    return listEvents(app, c, context, mailbox, moved, 'exceptionOccurrences');
  });
  attachmentRoutes(app, context);
}

interface Kept extends MadeAttachment {
  readonly id: string;
  readonly at: number;
}

const setOf = (event: string) => `files of ${event}`;

function filesOf(mailbox: OpenMailbox, event: string): Kept[] {
  return rowsNow(mailbox, setOf(event), [])
    .map((row) => row as unknown as Kept)
    .toReversed();
}

function attachmentRoutes(app: GraphApp, context: TenantContext): void {
  const path = '/v1.0/me/events/:event/attachments';
  const readers = [needs(context, opens.calendars, 'outlook'), needsMailbox] as const;
  const writers = [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox] as const;
  const nameOf = (c: GraphContext) =>
    `users('${c.get('facts').person.oid}')/events('${c.req.param('event')}')/attachments`;
  /** By the id that the service writes, however it was spelt. */
  const eventIn = (c: GraphContext, mailbox: OpenMailbox) =>
    eventId(mailbox, entryCalled(mailbox, c.req.param('event') ?? '').place);
  const one = async (c: GraphContext) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const found = filesOf(mailbox, eventIn(c, mailbox)).find(
      ({ id }) => id === c.req.param('attachment'),
    );
    if (!found) throw nothingHere();
    return found;
  };
  app.get(path, ...readers, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const query = readQuery(c.req.url, ['$select', '$top', '$skip', '$count', '$expand']);
    const all = filesOf(mailbox, eventIn(c, mailbox));
    const { items, count, next } = cut(context, c.req.url, all, query);
    const value = await Promise.all(items.map((each) => wired(context, each)));
    return answer(collection(context, nameOf(c), value, { count, next }));
  });
  app.get(`${path}/:attachment`, ...readers, async (c) =>
    answer({
      '@odata.context': metadata(context, `${nameOf(c)}/$entity`),
      ...(await wired(context, await one(c))),
    }),
  );
  app.get(`${path}/:attachment/$value`, ...readers, async (c) => {
    const file = await one(c);
    return new Response(await bytesOf(context, file), {
      headers: { 'content-type': file.contentType },
    });
  });
  app.post(path, ...writers, async (c) => {
    const given = (await resourceBody(c)) as Partial<WireAttachment>;
    return changeMailbox(context, c.get('facts').person, async (mailbox) => {
      const event = eventIn(c, mailbox);
      const number = nextNumber(mailbox);
      const made = await readAttachment(context, mailbox, given, `event ${number}`);
      const id = itemId(mailbox, { kind: 'attachment', folder: 253, index: number });
      const kept: Kept = { ...made, id, at: mailbox.now };
      write(mailbox, setOf(event), id, { ...kept }, 'made');
      write(mailbox, eventSet, event, { hasAttachments: true });
      const body = {
        '@odata.context': metadata(context, `${nameOf(c)}/$entity`),
        ...(await wired(context, kept)),
      };
      return answer(body, {}, 201);
    });
  });
  app.delete(`${path}/:attachment`, ...writers, async (c) => {
    const { id } = await one(c);
    return changeMailbox(context, c.get('facts').person, (mailbox) => {
      const event = eventIn(c, mailbox);
      write(mailbox, setOf(event), id, {}, 'gone');
      write(mailbox, eventSet, event, { hasAttachments: filesOf(mailbox, event).length > 0 });
      return new Response(null, { status: 204 });
    });
  });
}

async function bytesOf(context: TenantContext, { key }: Kept): Promise<Uint8Array<ArrayBuffer>> {
  const kept =
    key === undefined ? undefined : await context.store.read<Uint8Array<ArrayBuffer>>(key);
  return kept ?? new Uint8Array();
}

async function wired(context: TenantContext, file: Kept): Promise<object> {
  const { id, at, name, contentType, contentId, size, link } = file;
  const known = {
    id,
    lastModifiedDateTime: moment(at),
    name,
    contentType,
    size,
    isInline: contentId !== undefined,
  };
  if (link !== undefined)
    return { '@odata.type': '#microsoft.graph.referenceAttachment', ...known };
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': contentType,
    ...known,
    contentId: contentId ?? null,
    contentLocation: null,
    contentBytes: base64(await bytesOf(context, file)),
  };
}
