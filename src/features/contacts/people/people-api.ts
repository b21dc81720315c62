/** The people near the person, the most relevant first (Graph people; fuzzy by name, and by nothing else). */
import { graphPage } from '#api/collection.ts';
import { scopes } from '#config/scopes.ts';
import type * as wire from '#contract/graph.ts';
import {
  toContact,
  toSummary,
  type Contact,
  type ContactSummary,
} from '#features/contacts/book/address-book.ts';

export interface NearPerson {
  readonly summary: ContactSummary;
  readonly details: Contact;
}

const members =
  'id,displayName,givenName,surname,birthday,personNotes,jobTitle,companyName,yomiCompany,department,officeLocation,profession,userPrincipalName,imAddress,scoredEmailAddresses,phones,websites,postalAddresses,personType';

/** @throws {ApiError | AuthError} */
export async function listPeople(search: string, signal: AbortSignal): Promise<NearPerson[]> {
  const { items } = await graphPage<wire.Person>({
    path: '/me/people',
    query: {
      $top: 50,
      $select: members,
      // A quotation mark would end the search, and a backslash hide its end.
      $search: search ? `"${search.replaceAll(/["\\]/g, ' ')}"` : undefined,
    },
    scopes: scopes.people,
    signal,
  });
  return items.map((person) => {
    const contact = contactOf(person);
    return { summary: toSummary(contact), details: toContact(contact) };
  });
}

/** A person said as a contact, so that one card shows both. */
export function contactOf(person: wire.Person): wire.Contact {
  const phones = (type: RegExp) =>
    (person.phones ?? [])
      .filter((each) => type.test(each.type ?? ''))
      .map(({ number }) => number ?? '');
  const mailed = (person.scoredEmailAddresses ?? [])
    .toSorted((a, b) => (b.relevanceScore ?? 0) - (a.relevanceScore ?? 0))
    .map(({ address }) => address ?? '');
  const known = mailed.filter(Boolean);
  return {
    id: person.id,
    displayName: person.displayName ?? null,
    givenName: person.givenName ?? null,
    surname: person.surname ?? null,
    birthday: person.birthday || null,
    personalNotes: person.personNotes ?? null,
    jobTitle: person.jobTitle ?? null,
    companyName: person.companyName ?? null,
    yomiCompanyName: person.yomiCompany ?? null,
    department: person.department ?? null,
    officeLocation: person.officeLocation ?? null,
    profession: person.profession ?? null,
    businessHomePage: person.websites?.find(({ address }) => address)?.address ?? null,
    imAddresses: person.imAddress ? [person.imAddress] : [],
    emailAddresses: (known.length > 0 ? known : [person.userPrincipalName ?? '']).map(
      (address) => ({
        address,
      }),
    ),
    mobilePhone: phones(/^mobile$/i)[0] ?? null,
    businessPhones: phones(/^(?:business|other|assistant|radio)$/i),
    homePhones: phones(/^home$/i),
    businessAddress: person.postalAddresses?.[0]?.address ?? {},
  };
}
