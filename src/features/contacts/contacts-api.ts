/** What the contacts screen asks of Graph: pages of a folder, one contact, the folders. */
import { graphCollection } from '#api/whole-collection.ts';
import { ApiError } from '#api/api-error.ts';
import { graph, type ApiRequest } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type * as wire from '#contract/graph.ts';
import {
  toContact,
  toSummary,
  type Contact,
  type ContactSummary,
} from '#features/contacts/book/address-book.ts';

export interface ContactPage {
  readonly contacts: readonly ContactSummary[];
  readonly next: string | undefined;
  /** How many there are on all pages, when the service said so. */
  readonly total: number | undefined;
}

/** A folder beside the default one; folders inside others follow theirs. */
export interface ContactFolder {
  readonly id: string;
  readonly name: string;
  /** How many folders it lies in. */
  readonly depth: number;
}

/** Ids that stay the same when a contact is moved: an address with one in it keeps working. */
const headers = { prefer: 'IdType="ImmutableId"' };

const common = [
  'displayName',
  'fileAs',
  'givenName',
  'surname',
  'nickName',
  'yomiGivenName',
  'yomiSurname',
  'companyName',
  'jobTitle',
  'emailAddresses',
  'mobilePhone',
  'businessPhones',
  'homePhones',
  'businessAddress',
  'homeAddress',
  'otherAddress',
];

const details = [
  'title',
  'generation',
  'middleName',
  'initials',
  'yomiCompanyName',
  'department',
  'officeLocation',
  'profession',
  'manager',
  'assistantName',
  'businessHomePage',
  'imAddresses',
  'birthday',
  'spouseName',
  'children',
  'personalNotes',
  'categories',
  'createdDateTime',
  'lastModifiedDateTime',
];

/** Large pages: all contacts are read, and ten thousand of them should not take a hundred round trips. */
const pageSize = 250;

/**
 * A page of a folder, the default one unless another is named. The service sorts, so that a list that is still growing
 * grows at its end.
 * @throws {ApiError | AuthError}
 */
export async function listContacts(
  folder: string | undefined,
  next: string | undefined,
  signal: AbortSignal,
): Promise<ContactPage> {
  const page = await contactPage(folder, next, common, signal);
  return {
    contacts: page.value.map(toSummary),
    next: page['@odata.nextLink'],
    total: page['@odata.count'],
  };
}

/**
 * Everything known of everybody in a folder, page by page.
 * @throws {ApiError | AuthError}
 */
export async function* readAllContacts(
  folder: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly Contact[]> {
  let next: string | undefined;
  do {
    const page = await contactPage(folder, next, [...common, ...details], signal);
    yield page.value.map(toContact);
    next = page['@odata.nextLink'];
  } while (next !== undefined);
}

function contactPage(
  folder: string | undefined,
  next: string | undefined,
  members: readonly string[],
  signal: AbortSignal,
): Promise<wire.Collection<wire.Contact>> {
  const first: Pick<ApiRequest, 'path' | 'query'> = {
    path:
      folder === undefined
        ? '/me/contacts'
        : `/me/contactFolders/${encodeURIComponent(folder)}/contacts`,
    query: { $top: pageSize, $count: true, $orderby: 'displayName', $select: members.join(',') },
  };
  return graph({
    ...(next === undefined ? first : { path: next }),
    scopes: scopes.contacts,
    headers,
    signal,
  });
}

/** @throws {ApiError | AuthError} */
export async function readContact(id: string, signal: AbortSignal): Promise<Contact> {
  const contact = await graph<wire.Contact>({
    path: `/me/contacts/${encodeURIComponent(id)}`,
    query: { $select: [...common, ...details].join(',') },
    scopes: scopes.contacts,
    headers,
    signal,
  });
  return toContact(contact);
}

/**
 * Every folder but the default one, which the service lists in some mailboxes and leaves out in others: where its
 * contacts say they lie tells it apart.
 * @throws {ApiError | AuthError}
 */
export async function listContactFolders(signal: AbortSignal): Promise<ContactFolder[]> {
  const one = await graph<wire.Collection<wire.Contact>>({
    path: '/me/contacts',
    query: { $top: 1, $select: 'parentFolderId' },
    scopes: scopes.contacts,
    signal,
  });
  const top = await foldersAt('/me/contactFolders', signal);
  const main = one.value[0]?.parentFolderId;
  const found: ContactFolder[] = [];
  for (const folder of top.filter(({ id }) => id !== main)) {
    found.push(...(await withChildren(folder, 0, signal)));
  }
  return found;
}

/** Deeper than anybody's; a mailbox that answers in circles comes to an end. */
const deepest = 3;

export function toContactFolder(
  { id, displayName }: wire.ContactFolder,
  depth: number,
): ContactFolder {
  return { id, name: displayName?.trim() || 'No name', depth };
}

async function withChildren(
  wired: wire.ContactFolder,
  depth: number,
  signal: AbortSignal,
): Promise<ContactFolder[]> {
  const folder = toContactFolder(wired, depth);
  if (depth >= deepest) return [folder];
  const path = `/me/contactFolders/${encodeURIComponent(folder.id)}/childFolders`;
  const children = await foldersAt(path, signal).catch((error: unknown) => {
    // A folder that cannot have any (a connected network's) says so in one of these ways.
    if (error instanceof ApiError && (error.status === 400 || error.status === 404)) return [];
    throw error;
  });
  const found: ContactFolder[] = [folder];
  for (const child of children) found.push(...(await withChildren(child, depth + 1, signal)));
  return found;
}

function foldersAt(path: string, signal: AbortSignal): Promise<wire.ContactFolder[]> {
  const query = { $top: 100, $select: 'id,displayName' };
  return graphCollection<wire.ContactFolder>({ path, query, scopes: scopes.contacts, signal });
}
