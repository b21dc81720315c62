/** What the mailbox and the address book know of a sender. */
import { graphPage } from '#api/collection.ts';
import { scopes } from '#config/scopes.ts';
import type { Contact, Message as WireMessage } from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import { reading } from '#features/mail/reading.ts';

/**
 * Whether the mailbox holds one letter from this address, and no other.
 * @throws {ApiError | AuthError}
 */
export async function isOnlyOne(address: string, signal: AbortSignal): Promise<boolean> {
  const { items, next } = await graphPage<WireMessage>({
    path: '/me/messages',
    query: {
      $filter: `from/emailAddress/address eq '${address.replaceAll("'", "''")}'`,
      $select: 'id',
      $top: 2,
    },
    scopes: reading().scopes,
    headers: immutableIds,
    signal,
  });
  return items.length === 1 && next === undefined;
}

/** As many as Graph gives at once: whoever has more of them is known by their letters. */
const most = 1000;

/**
 * Everybody in the address book, once for each address.
 * @throws {ApiError | AuthError}
 */
export async function readBook(signal: AbortSignal): Promise<Correspondent[]> {
  const { items } = await graphPage<Contact>({
    path: '/me/contacts',
    query: { $select: 'displayName,emailAddresses', $top: most },
    scopes: scopes.contacts,
    signal,
  });
  return items.flatMap(({ displayName, emailAddresses }) =>
    (emailAddresses ?? []).flatMap(({ address }) =>
      address && displayName ? [{ name: displayName, address }] : [],
    ),
  );
}
