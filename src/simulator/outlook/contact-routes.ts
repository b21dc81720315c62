/** Contacts of the signed-in person and the people near them (Graph contact, contactFolder and person resources). */
import type { Contact } from '#contract/graph.ts';
import {
  contactAt,
  contactFolders,
  contactsIn,
  type ContactFolder,
} from '#simulator/seed/contacts.ts';
import type { Mailbox } from '#simulator/seed/mailbox.ts';
import { hash } from '#simulator/seed/random.ts';
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
import { changeKey, itemId, placeOf } from './item-id.ts';
import { openMailbox } from './open-mailbox.ts';
import { moment } from './message.ts';
import { badRequest, cut, readQuery, selected, type Order } from '#simulator/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

export function contactRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.contacts, 'outlook'), needsMailbox] as const;
  app.get('/v1.0/me/contacts', ...guards, (c) => listContacts(c, context, contactFolders[0]));
  app.get('/v1.0/me/contacts/:contact', ...guards, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const { folder, index } = contactPlace(mailbox, c.req.param('contact'));
    const { select } = readQuery(c.req.url, ['$select']);
    return answer({
      '@odata.context': metadata(context, `users('${mailbox.owner.oid}')/contacts/$entity`),
      ...selected(wireContact(mailbox, folder, index), select, 'contact', ['id']),
    });
  });
  for (const path of ['photo', 'photo/$value']) {
    app.get(`/v1.0/me/contacts/:contact/${path}`, ...guards, async (c) => {
      contactPlace(await openMailbox(context, c.get('facts').person), c.req.param('contact'));
      throw nothingHere();
    });
  }
  app.get('/v1.0/me/contactFolders', ...guards, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count']);
    const listed = contactFolders.slice(1).map((folder) => ({
      id: folderId(mailbox, folder),
      parentFolderId: folderId(mailbox, contactFolders[0]),
      displayName: folder.name,
    }));
    const { items, count, next } = cut(context, c.req.url, listed, query);
    const value = items.map((folder) => selected(folder, query.select, 'contactFolder', ['id']));
    const name = `users('${mailbox.owner.oid}')/contactFolders`;
    return answer(collection(context, name, value, { count, next }));
  });
  app.get('/v1.0/me/contactFolders/:folder/contacts', ...guards, async (c) => {
    const place = placeOf(
      await openMailbox(context, c.get('facts').person),
      'contactFolder',
      c.req.param('folder'),
    );
    const folder = contactFolders.find(({ number }) => number === place.folder);
    if (!folder) throw nothingHere();
    return listContacts(c, context, folder);
  });
}

function folderId(mailbox: Mailbox, { number }: ContactFolder): string {
  return itemId(mailbox, { kind: 'contactFolder', folder: number, index: 0 });
}

function contactPlace(mailbox: Mailbox, id: string): { folder: ContactFolder; index: number } {
  const place = placeOf(mailbox, 'contact', id);
  const folder = contactFolders.find(({ number }) => number === place.folder);
  if (!folder || place.index >= contactsIn(mailbox, folder)) throw nothingHere();
  return { folder, index: place.index };
}

function wireContact(mailbox: Mailbox, folder: ContactFolder, index: number): Contact {
  const key = [mailbox.key, 200 + folder.number, index];
  const change = changeKey(...key);
  // Address books grow over years: a week or two lies between two entries.
  const created = mailbox.anchor - (3 + index * 11 + (hash(...key, 1) % 10)) * 86_400_000;
  return {
    '@odata.etag': `W/"${change}"`,
    ...contactAt(mailbox, folder, index),
    id: itemId(mailbox, { kind: 'contact', folder: folder.number, index }),
    createdDateTime: moment(created),
    lastModifiedDateTime: moment(created + (hash(...key, 2) % 172_800) * 1000),
    changeKey: change,
    parentFolderId: folderId(mailbox, folder),
  };
}

async function listContacts(
  c: GraphContext,
  context: TenantContext,
  folder: ContactFolder,
): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count', '$orderby', '$filter']);
  const all = Array.from({ length: contactsIn(mailbox, folder) }, (_, index) =>
    wireContact(mailbox, folder, index),
  ).filter(addressFilter(query.filter));
  const [order, ...others] = query.orderBy;
  if (others.length > 0) throw badRequest('Only one property can be ordered by here.');
  if (order) all.sort(contactOrder(order));
  const { items, count, next } = cut(context, c.req.url, all, query);
  const value = items.map((contact) => selected(contact, query.select, 'contact', ['id']));
  const name = `users('${mailbox.owner.oid}')/contacts`;
  return answer(collection(context, name, value, { count, next }));
}

/** On addresses the service knows this one form and no other. */
function addressFilter(filter: string | undefined): (contact: Contact) => boolean {
  if (filter === undefined) return () => true;
  const wanted = /^emailAddresses\/any\((\w+):\1\/address eq '((?:[^']|'')*)'\)$/.exec(filter)?.[2];
  if (wanted === undefined) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQueryFilter',
      'The query filter contains one or more invalid nodes.',
    );
  }
  const address = wanted.replaceAll("''", "'").toLowerCase();
  return ({ emailAddresses }) =>
    (emailAddresses ?? []).some((each) => each.address?.toLowerCase() === address);
}

const sortable = ['displayName', 'givenName', 'surname', 'companyName', 'fileAs'] as const;

function contactOrder({ property, descending }: Order): (a: Contact, b: Contact) => number {
  const member = sortable.find((each) => each === property);
  if (!member) throw badRequest(`The property '${property}' does not support ordering here.`);
  const collator = new Intl.Collator('en');
  const direction = descending ? -1 : 1;
  return (a, b) => direction * collator.compare(a[member] ?? '', b[member] ?? '');
}
