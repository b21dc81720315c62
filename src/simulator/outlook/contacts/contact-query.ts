/** Finds contacts: what the service allows to filter and to order by, without making ten thousand of them for one page. */
import type { Contact } from '#contract/graph.ts';
import { badRequest, type Order, type Query } from '#simulator/graph/graph-query.ts';
import { parseFilter, pathsOf } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf } from '#simulator/graph/odata-fits.ts';
import type { ContactFolder } from '#simulator/seed/contacts.ts';
import { editsIn } from '#simulator/outlook/mailbox/edits.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { notUnderstood } from '#simulator/outlook/messages/message-filter.ts';
import { contactSet, indicesNow, wireContact } from './contact.ts';

export function findContacts(
  mailbox: OpenMailbox,
  folder: ContactFolder,
  { filter, orderBy }: Query,
): { indices: readonly number[]; count: number } {
  const [order, ...others] = orderBy;
  if (others.length > 0) throw badRequest('Only one property can be ordered by here.');
  const all = order ? sorted(mailbox, folder, order) : indicesNow(mailbox, folder);
  if (filter === undefined) return { indices: all, count: all.length };
  const test = readFilter(filter);
  const indices = all.filter((index) => test(wireContact(mailbox, folder, index)));
  return { indices, count: indices.length };
}

const plain = new Set(
  'displayName givenName surname companyName jobTitle department fileAs categories createdDateTime lastModifiedDateTime mobilePhone'.split(
    ' ',
  ),
);
const address = /^emailAddresses\/any\((\w+):\s*\1\/address eq '((?:[^']|'')*)'\)$/;

/** On addresses the service knows one form and no other. */
function readFilter(text: string): (contact: Contact) => boolean {
  const wanted = address.exec(text.trim())?.[2]?.replaceAll("''", "'").toLowerCase();
  if (wanted !== undefined) {
    return ({ emailAddresses }) =>
      (emailAddresses ?? []).some((each) => each.address?.toLowerCase() === wanted);
  }
  const filter = parseFilter(text);
  if (!pathsOf(filter).every((path) => plain.has(path))) throw notUnderstood();
  return (contact) => fits(filter, (path) => memberOf(contact, path));
}

const sortable = [
  'displayName',
  'givenName',
  'surname',
  'companyName',
  'fileAs',
  'createdDateTime',
  'lastModifiedDateTime',
] as const;

/** The last orders that were asked for: page after page comes in one. */
const orders = new Map<string, readonly number[]>();
const kept = 6;

function sorted(
  mailbox: OpenMailbox,
  folder: ContactFolder,
  { property, descending }: Order,
): readonly number[] {
  const member = sortable.find((each) => each === property);
  if (!member) throw badRequest(`The property '${property}' does not support ordering here.`);
  const key = [
    mailbox.key,
    mailbox.anchor,
    folder.number,
    member,
    descending,
    ...editsIn(mailbox, contactSet(folder)).map(([, { serial }]) => serial),
  ].join(' ');
  const known = orders.get(key);
  if (known) return known;
  const collator = new Intl.Collator('en');
  const direction = descending ? -1 : 1;
  const rows = indicesNow(mailbox, folder).map((index) => ({
    index,
    value: wireContact(mailbox, folder, index)[member] ?? '',
  }));
  rows.sort(
    (one, other) => direction * collator.compare(one.value, other.value) || one.index - other.index,
  );
  const order = rows.map(({ index }) => index);
  if (orders.size >= kept) orders.delete([...orders.keys()][0] ?? '');
  orders.set(key, order);
  return order;
}
