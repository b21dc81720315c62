/** Contacts of the signed-in person, in their folders (Graph contact and contactFolder resources). */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import {
  chosen,
  cut,
  listOptions,
  readQuery,
  selected,
  type Query,
} from '#simulator/graph/graph-query.ts';
import { contactFolders, type ContactFolder } from '#simulator/seed/contacts.ts';
import { portrait } from '#simulator/seed/picture.ts';
import { hash } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { rowChanges } from '#simulator/outlook/delta/row-delta.ts';
import { openMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { pagesFor, preferences } from '#simulator/outlook/preferences.ts';
import {
  contactPlace,
  contactSet,
  folderCalled,
  folderSet,
  foldersNow,
  hasPhoto,
  indicesNow,
  wireContact,
  wireFolder,
} from './contact.ts';
import { contactWrites } from './contact-writes.ts';
import { findContacts } from './contact-query.ts';

const seldom = () => import('#simulator/seldom/seldom-routes.ts');

export function contactRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.contacts, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  const [main] = contactFolders;
  app.get('/v1.0/me/contacts/delta', ...guards, async (c) =>
    contactDelta(c, context, await open(c), main),
  );
  app.get('/v1.0/me/contacts', ...guards, async (c) =>
    listContacts(app, c, context, await open(c), main),
  );
  app.get('/v1.0/me/contacts/:contact', ...guards, async (c) => {
    const mailbox = await open(c);
    const { folder, index } = contactPlace(mailbox, c.req.param('contact'));
    const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
    const path = `/me/contacts/${c.req.param('contact')}`;
    return answer({
      '@odata.context': metadata(
        context,
        `users('${mailbox.owner.oid}')/contacts${chosen(select)}/$entity`,
      ),
      ...selected(wireContact(mailbox, folder, index), select, 'contact', ['id']),
      ...(expand && (await (await seldom()).expandedOf(app, c, path, 'contact', expand))),
    });
  });
  photoRoutes(app, context);
  folderRoutes(app, context);
  contactWrites(app, context);
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
  const beside = async (c: GraphContext, id: string | undefined, { expand }: Query) =>
    expand &&
    (await seldom()).expandedOf(app, c, `/me/contactFolders/${id}`, 'contactFolder', expand);
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person);
  const list = async (c: GraphContext, mailbox: OpenMailbox, parent: number) => {
    const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count', '$expand']);
    // The default folder is in no list of folders.
    const children = foldersNow(mailbox)
      .filter((folder) => folder.number > 0 && folder.parent === parent)
      .map((folder) => wireFolder(mailbox, folder));
    const { items, count, next } = cut(context, c.req.url, children, query);
    const shown = items.map((folder) => selected(folder, query.select, 'contactFolder', ['id']));
    const value: object[] = [];
    for (const folder of shown) value.push({ ...folder, ...(await beside(c, folder.id, query)) });
    const name = `users('${mailbox.owner.oid}')/contactFolders${chosen(query.select)}`;
    return answer(collection(context, name, value, { count, next }));
  };
  app.get('/v1.0/me/contactFolders', ...guards, async (c) => list(c, await open(c), 0));
  app.get('/v1.0/me/contactFolders/delta', ...guards, async (c) => {
    const mailbox = await open(c);
    return rowChanges(c, context, mailbox, {
      type: 'contactFolder',
      set: folderSet,
      all: foldersNow(mailbox),
      wired: (folder) => wireFolder(mailbox, folder),
    });
  });
  app.get('/v1.0/me/contactFolders/:folder', ...guards, async (c) => {
    const mailbox = await open(c);
    const query = readQuery(c.req.url, ['$select', '$expand']);
    const folder = wireFolder(mailbox, folderCalled(mailbox, c.req.param('folder')));
    const name = `users('${mailbox.owner.oid}')/contactFolders${chosen(query.select)}/$entity`;
    return answer({
      '@odata.context': metadata(context, name),
      ...selected(folder, query.select, 'contactFolder', ['id']),
      ...(await beside(c, folder.id, query)),
    });
  });
  app.get('/v1.0/me/contactFolders/:folder/childFolders', ...guards, async (c) => {
    const mailbox = await open(c);
    const { number } = folderCalled(mailbox, c.req.param('folder'));
    return list(c, mailbox, number === 0 ? -1 : number);
  });
  app.get('/v1.0/me/contactFolders/:folder/contacts', ...guards, async (c) => {
    const mailbox = await open(c);
    return listContacts(app, c, context, mailbox, folderCalled(mailbox, c.req.param('folder')));
  });
  app.get('/v1.0/me/contactFolders/:folder/contacts/delta', ...guards, async (c) => {
    const mailbox = await open(c);
    return contactDelta(c, context, mailbox, folderCalled(mailbox, c.req.param('folder')));
  });
}

async function listContacts(
  app: GraphApp,
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  folder: ContactFolder,
): Promise<Response> {
  const query = readQuery(c.req.url, listOptions, pagesFor(c));
  const { indices, count } = findContacts(mailbox, folder, query);
  const { items, next } = cut(context, c.req.url, indices, query);
  const shown = items.map((index) =>
    selected(wireContact(mailbox, folder, index), query.select, 'contact', ['id']),
  );
  const value = query.expand
    ? await (await seldom()).allExpanded(app, c, '/me/contacts', 'contact', query.expand, shown)
    : shown;
  const name = `users('${mailbox.owner.oid}')/contacts${chosen(query.select)}`;
  return answer(
    collection(context, name, value, { count: query.count ? count : undefined, next }),
    preferences(c).headers,
  );
}

function contactDelta(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  folder: ContactFolder,
): Response {
  return rowChanges(c, context, mailbox, {
    type: 'contact',
    set: contactSet(folder),
    all: indicesNow(mailbox, folder),
    wired: (index) => wireContact(mailbox, folder, index),
  });
}
