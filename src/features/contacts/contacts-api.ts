/** What the contacts screen asks of Graph. */
import { graph, type ApiRequest } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type * as wire from '#contract/graph.ts';
import { toContact, toSummary, type Contact, type ContactSummary } from './address-book.ts';

export interface ContactPage {
  readonly contacts: readonly ContactSummary[];
  readonly next: string | undefined;
  /** How many there are on all pages, when the service said so. */
  readonly total: number | undefined;
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
];

const details = [
  'title',
  'generation',
  'yomiCompanyName',
  'department',
  'officeLocation',
  'profession',
  'manager',
  'assistantName',
  'businessHomePage',
  'imAddresses',
  'businessAddress',
  'homeAddress',
  'otherAddress',
  'birthday',
  'spouseName',
  'children',
  'personalNotes',
  'categories',
  'lastModifiedDateTime',
];

/**
 * A page of the default contact folder. The service sorts, so that a list that is still growing grows at its end.
 * @throws {ApiError | AuthError}
 */
export async function listContacts(
  next: string | undefined,
  signal: AbortSignal,
): Promise<ContactPage> {
  const first: Pick<ApiRequest, 'path' | 'query'> = {
    path: '/me/contacts',
    // Large pages: all contacts are read, and ten thousand of them should not take a hundred round trips.
    query: { $top: 250, $count: true, $orderby: 'displayName', $select: common.join(',') },
  };
  const page = await graph<wire.Collection<wire.Contact>>({
    ...(next === undefined ? first : { path: next }),
    scopes: scopes.contacts,
    headers,
    signal,
  });
  return {
    contacts: page.value.map(toSummary),
    next: page['@odata.nextLink'],
    total: page['@odata.count'],
  };
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
