/** Messages of the signed-in person: lists, one message, its MIME form (Graph message resource). */
import { denied, holds, needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { listOptions, nextLink, readQuery, type Query } from '#simulator/graph/graph-query.ts';
import type { Folder } from '#simulator/seed/mailbox.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { enclosuresNow } from '#simulator/outlook/attachments/enclosure.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { folderOf } from '#simulator/outlook/mailbox/item-state.ts';
import {
  folderNamed,
  openMailbox,
  searchable,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { pagesFor, preferences } from '#simulator/outlook/preferences.ts';
import { contextName, messageAnswer } from './message-answer.ts';
import { headersOf } from './message-headers.ts';
import { messagePlace } from './message-place.ts';
import { findMessages } from './message-query.ts';
import { messageAt } from './message.ts';
import { mimeOf } from './mime.ts';

export function messageRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.mailEnvelopes, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person, c.req.raw);
  app.get('/v1.0/me/messages', ...guards, async (c) => {
    const mailbox = await open(c);
    return listMessages(c, context, mailbox, searchable(mailbox), 'messages');
  });
  app.get('/v1.0/me/mailFolders/:folder/messages', ...guards, async (c) => {
    const mailbox = await open(c);
    const name = c.req.param('folder');
    const folder = folderNamed(mailbox, name);
    return listMessages(c, context, mailbox, [folder], `mailFolders('${name}')/messages`);
  });
  app.get('/v1.0/me/messages/:message', ...guards, async (c) => {
    const mailbox = await open(c);
    return oneMessage(c, context, mailbox, messagePlace(mailbox, c.req.param('message')));
  });
  app.get('/v1.0/me/mailFolders/:folder/messages/:message', ...guards, async (c) => {
    const mailbox = await open(c);
    const place = messagePlace(mailbox, c.req.param('message'));
    const { number } = folderNamed(mailbox, c.req.param('folder'));
    if (folderOf(mailbox, place) !== number) throw nothingHere();
    return oneMessage(c, context, mailbox, place);
  });
  const readers = [needs(context, opens.mail, 'outlook'), needsMailbox] as const;
  for (const path of [
    '/v1.0/me/messages/:message',
    '/v1.0/me/mailFolders/:folder/messages/:message',
  ]) {
    app.get(`${path}/$value`, ...readers, async (c) => {
      // The permission lists name the message alone; its MIME form is body and attachments, too.
      if (!holds(c.get('facts'), opens.mail)) throw denied('outlook');
      const mailbox = await open(c);
      const place = messagePlace(mailbox, c.req.param('message') ?? '');
      return new Response(await mimeAt(context, mailbox, place), {
        headers: { 'content-type': 'text/plain' },
      });
    });
  }
}

async function mimeAt(
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
): Promise<string> {
  const files = enclosuresNow(mailbox, place, context.store).map(({ enclosure }) => enclosure);
  const way = headersOf(mailbox, place).filter(({ name }) =>
    /^(Received|Auth|X-|Return)/.test(name),
  );
  return mimeOf(messageAt(mailbox, place), files, way);
}

/** `Mail.ReadBasic` leaves out searching, and what is not shown cannot be asked about either. */
function looksIntoBodies({ search, filter = '' }: Query): boolean {
  return (
    search !== undefined ||
    /\b(body|bodyPreview|uniqueBody)\b/i.test(filter.replace(/'[^']*'/g, ''))
  );
}

async function listMessages(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  where: readonly Folder[],
  path: string,
): Promise<Response> {
  const query = readQuery(c.req.url, [...listOptions, '$search'], pagesFor(c));
  if (looksIntoBodies(query) && !holds(c.get('facts'), opens.mail)) throw denied('outlook');
  const preferred = preferences(c);
  const { places, count, more } = await findMessages(mailbox, where, query);
  const value = await Promise.all(
    places.map((place) => messageAnswer(context, mailbox, place, query, preferred, c.get('facts'))),
  );
  const next = more ? nextLink(context, c.req.url, query.skip + query.top) : undefined;
  const name = contextName(mailbox, path, query);
  return answer(collection(context, name, value, { count, next }), preferred.headers);
}

async function oneMessage(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
): Promise<Response> {
  const query = readQuery(c.req.url, ['$select', '$expand']);
  const preferred = preferences(c);
  const shown = await messageAnswer(context, mailbox, place, query, preferred, c.get('facts'));
  const name = contextName(mailbox, 'messages', query);
  return answer(
    { '@odata.context': metadata(context, `${name}/$entity`), ...shown },
    preferred.headers,
  );
}
