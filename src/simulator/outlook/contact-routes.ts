/** Contacts of the signed-in person, in their folders (Graph contact and contactFolder resources). */
import { needs, needsMailbox, opens } from '#simulator/graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph-answer.ts';
import { badRequest, cut, readQuery, selected } from '#simulator/graph-query.ts';
import { contactFolders, contactsIn, type ContactFolder } from '#simulator/seed/contacts.ts';
import { portrait } from '#simulator/seed/picture.ts';
import { hash } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { contactFolderId, contactPlace, hasPhoto, wireContact } from './contact.ts';
import { findContacts } from './contact-query.ts';
import { readToken, writeToken } from './delta-token.ts';
import { placeOf } from './item-id.ts';
import { openMailbox, type OpenMailbox } from './open-mailbox.ts';
import { preferences } from './preferences.ts';

export function contactRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.contacts, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  const [main] = contactFolders;
  app.get('/v1.0/me/contacts/delta', ...guards, async (c) =>
    contactDelta(c, context, await open(c), main),
  );
  app.get('/v1.0/me/contacts', ...guards, async (c) =>
    listContacts(c, context, await open(c), main),
  );
  app.get('/v1.0/me/contacts/:contact', ...guards, async (c) => {
    const mailbox = await open(c);
    const { folder, index } = contactPlace(mailbox, c.req.param('contact'));
    const { select } = readQuery(c.req.url, ['$select', '$expand']);
    return answer({
      '@odata.context': metadata(context, `users('${mailbox.owner.oid}')/contacts/$entity`),
      ...selected(wireContact(mailbox, folder, index), select, 'contact', ['id']),
    });
  });
  photoRoutes(app, context);
  folderRoutes(app, context);
}

function photoRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.contacts, 'outlook'), needsMailbox] as const;
  const size = 240;
  const here = async (c: GraphContext) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const { folder, index } = contactPlace(mailbox, c.req.param('contact') ?? '');
    if (!hasPhoto(folder, index)) throw nothingHere();
    return hash(mailbox.key, 200 + folder.number, index, 3);
  };
  app.get('/v1.0/me/contacts/:contact/photo', ...guards, async (c) => {
    const key = await here(c);
    return answer({
      '@odata.context': metadata(
        context,
        `users('${c.get('facts').person.oid}')/contacts('${c.req.param('contact')}')/photo/$entity`,
      ),
      '@odata.mediaContentType': 'image/png',
      '@odata.mediaEtag': `"${key.toString(16).toUpperCase()}"`,
      id: `${size}X${size}`,
      height: size,
      width: size,
    });
  });
  app.get(
    '/v1.0/me/contacts/:contact/photo/$value',
    ...guards,
    async (c) =>
      new Response(await portrait(await here(c), size), {
        headers: { 'content-type': 'image/png' },
      }),
  );
}

function folderRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.contacts, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  const named = (mailbox: OpenMailbox, id: string): ContactFolder => {
    if (id.toLowerCase() === 'contacts') return contactFolders[0];
    const place = placeOf(mailbox, 'contactFolder', id);
    const found = contactFolders.find(({ number }) => number === place.folder);
    if (!found) throw nothingHere();
    return found;
  };
  const list = (c: GraphContext, mailbox: OpenMailbox, parent: number) => {
    const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count']);
    // The default folder is in no list of folders.
    const children = contactFolders
      .filter((folder) => folder.number > 0 && folder.parent === parent)
      .map((folder) => wireFolder(mailbox, folder));
    const { items, count, next } = cut(context, c.req.url, children, query);
    const value = items.map((folder) => selected(folder, query.select, 'contactFolder', ['id']));
    const name = `users('${mailbox.owner.oid}')/contactFolders`;
    return answer(collection(context, name, value, { count, next }));
  };
  app.get('/v1.0/me/contactFolders', ...guards, async (c) => list(c, await open(c), 0));
  app.get('/v1.0/me/contactFolders/delta', ...guards, async (c) => {
    const mailbox = await open(c);
    const of = `contact folders ${mailbox.owner.oid}`;
    const { pathname, searchParams } = new URL(c.req.url);
    const text = searchParams.get('$deltatoken');
    if (text !== null) readToken(text, of);
    const token = writeToken({ of, serial: 0, at: mailbox.now });
    return answer({
      '@odata.context': metadata(context, 'Collection(contactFolder)'),
      '@odata.deltaLink': `${context.hosts.graph}${pathname}?$deltatoken=${token}`,
      value: text === null ? contactFolders.map((folder) => wireFolder(mailbox, folder)) : [],
    });
  });
  app.get('/v1.0/me/contactFolders/:folder', ...guards, async (c) => {
    const mailbox = await open(c);
    const { select } = readQuery(c.req.url, ['$select']);
    const folder = wireFolder(mailbox, named(mailbox, c.req.param('folder')));
    const name = `users('${mailbox.owner.oid}')/contactFolders/$entity`;
    return answer({
      '@odata.context': metadata(context, name),
      ...selected(folder, select, 'contactFolder', ['id']),
    });
  });
  app.get('/v1.0/me/contactFolders/:folder/childFolders', ...guards, async (c) => {
    const mailbox = await open(c);
    const { number } = named(mailbox, c.req.param('folder'));
    return list(c, mailbox, number === 0 ? -1 : number);
  });
  app.get('/v1.0/me/contactFolders/:folder/contacts', ...guards, async (c) => {
    const mailbox = await open(c);
    return listContacts(c, context, mailbox, named(mailbox, c.req.param('folder')));
  });
  app.get('/v1.0/me/contactFolders/:folder/contacts/delta', ...guards, async (c) => {
    const mailbox = await open(c);
    return contactDelta(c, context, mailbox, named(mailbox, c.req.param('folder')));
  });
}

function wireFolder(mailbox: OpenMailbox, folder: ContactFolder) {
  return {
    id: contactFolderId(mailbox, folder),
    parentFolderId: contactFolderId(mailbox, { ...folder, number: folder.parent }),
    displayName: folder.name,
  };
}

function listContacts(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  folder: ContactFolder,
): Response {
  const query = readQuery(c.req.url, [
    '$top',
    '$skip',
    '$select',
    '$count',
    '$orderby',
    '$filter',
    '$expand',
  ]);
  const { indices, count } = findContacts(mailbox, folder, query);
  const { items, next } = cut(context, c.req.url, indices, query);
  const value = items.map((index) =>
    selected(wireContact(mailbox, folder, index), query.select, 'contact', ['id']),
  );
  const name = `users('${mailbox.owner.oid}')/contacts`;
  return answer(
    collection(context, name, value, { count: query.count ? count : undefined, next }),
    preferences(c).headers,
  );
}

/** Contacts cannot be changed here: after the first round there is nothing new. */
function contactDelta(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  folder: ContactFolder,
): Response {
  const of = `contacts ${mailbox.owner.oid} ${folder.number}`;
  const { pathname, searchParams } = new URL(c.req.url);
  const text = searchParams.get('$skiptoken') ?? searchParams.get('$deltatoken');
  const given = text === null ? undefined : readToken(text, of);
  const select = given ? given.select : readQuery(c.req.url, ['$select']).select;
  const { pageSize = 10, headers } = preferences(c);
  const all = contactsIn(mailbox, folder);
  const from = given ? (given.until?.handed ?? all) : 0;
  const end = Math.min(all, from + pageSize);
  if (searchParams.has('$filter') || searchParams.has('$search')) {
    throw badRequest('Change tracking of contacts takes $select alone.');
  }
  const value = Array.from({ length: end - from }, (_, nth) => ({
    '@odata.type': '#microsoft.graph.contact',
    ...selected(wireContact(mailbox, folder, from + nth), select, 'contact', ['id']),
  }));
  const known = { of, serial: 0, at: mailbox.now, select };
  const token =
    end < all ? { ...known, until: { serial: 0, at: mailbox.now, handed: end } } : known;
  const link = `${context.hosts.graph}${pathname}?${end < all ? '$skiptoken' : '$deltatoken'}=${writeToken(token)}`;
  return answer(
    {
      '@odata.context': metadata(context, 'Collection(contact)'),
      [end < all ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value,
    },
    headers,
  );
}
