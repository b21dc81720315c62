/** Who is near to the signed-in person, most relevant first, and found with a slip of the finger (Graph person resource). */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import { answer, collection, type GraphApp } from '#simulator/graph/graph-answer.ts';
import { badRequest, chosen, cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { company } from '#simulator/seed/company.ts';
import { contactAt, contactFolders, contactsIn } from '#simulator/seed/contacts.ts';
import { guid } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { narrowed } from '#simulator/workplace/list-route.ts';
import { openMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { folded } from '#simulator/outlook/search/search-query.ts';

interface Near {
  readonly displayName: string;
  readonly scoredEmailAddresses: readonly { readonly address: string }[];
}

export function peopleRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.people, 'outlook'), needsMailbox] as const;
  app.get('/v1.0/me/people', ...guards, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const query = readQuery(c.req.url, [
      '$top',
      '$skip',
      '$select',
      '$count',
      '$search',
      '$filter',
      '$orderby',
    ]);
    if (query.search !== undefined && new URL(c.req.url).searchParams.has('$skip')) {
      throw badRequest("The query parameter '$skip' is not supported with '$search'.");
    }
    const near = [...colleagues(context, mailbox), ...correspondents(mailbox)];
    const all = narrowed(near, query, 'person');
    const found = query.search === undefined ? all : all.filter(resembles(query.search));
    const { items, count, next } = cut(context, c.req.url, found, query);
    const value = items.map((each) => selected(each, query.select, 'person', ['id']));
    const name = `users('${mailbox.owner.oid}')/people${chosen(query.select)}`;
    return answer(
      collection(context, name, value, {
        count,
        next: query.search === undefined ? next : undefined,
      }),
    );
  });
}

function colleagues({ people }: TenantContext, { owner }: OpenMailbox) {
  return people
    .filter(({ oid, tenantId }) => oid !== owner.oid && tenantId === owner.tenantId)
    .map((other, at) => ({
      ...near(
        other.displayName,
        other.givenName,
        other.surname,
        other.userPrincipalName,
        30 - at * 2,
      ),
      id: other.oid,
      jobTitle: other.jobTitle,
      companyName: company.name,
      officeLocation: other.officeLocation,
      userPrincipalName: other.userPrincipalName,
      imAddress: `sip:${other.userPrincipalName}`,
      phones: other.businessPhones.map((number) => ({ type: 'business', number })),
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }));
}

function near(
  displayName: string,
  givenName: string | null,
  surname: string | null,
  address: string,
  relevanceScore: number,
) {
  return {
    id: '',
    displayName,
    givenName,
    surname,
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle: null as string | null,
    companyName: null as string | null,
    yomiCompany: '',
    department: null as string | null,
    officeLocation: null as string | null,
    profession: '',
    userPrincipalName: '',
    imAddress: '',
    scoredEmailAddresses: [{ address, relevanceScore }],
    phones: [] as { type: string; number: string }[],
    postalAddresses: [],
    websites: [],
    personType: { class: 'Person', subclass: 'PersonalContact' },
  };
}

const mostCorrespondents = 40;

function correspondents(mailbox: OpenMailbox) {
  const [main] = contactFolders;
  const length = Math.min(contactsIn(mailbox, main), mostCorrespondents);
  return Array.from({ length }, (_, index) => contactAt(mailbox, main, index)).flatMap(
    (contact, at) => {
      const address = contact.emailAddresses?.[0]?.address;
      if (!address || !contact.displayName) return [];
      const known = near(
        contact.displayName,
        contact.givenName ?? null,
        contact.surname ?? null,
        address,
        12 - at / 4,
      );
      return [
        {
          ...known,
          id: guid(mailbox.key, 350, at),
          companyName: contact.companyName ?? null,
          jobTitle: contact.jobTitle ?? null,
        },
      ];
    },
  );
}

/** By the beginning of a word of the name or address, one slip allowed in words of four letters and more. */
function resembles(search: string): (person: Near) => boolean {
  const wanted = folded(search.replaceAll('"', '')).split(/\s+/).filter(Boolean);
  return ({ displayName, scoredEmailAddresses }) => {
    const words = folded(`${displayName} ${scoredEmailAddresses[0]?.address ?? ''}`).split(
      /[^\p{L}\p{N}]+/u,
    );
    return wanted.every((each) =>
      words.some(
        (word) =>
          word.startsWith(each) ||
          (each.length > 3 && isSlip(each, word.slice(0, each.length + 1))),
      ),
    );
  };
}

/** One letter too many, too few or wrong, or two exchanged. */
function isSlip(typed: string, word: string): boolean {
  for (let at = 0; at <= typed.length; at++) {
    const [before, after] = [typed.slice(0, at), typed.slice(at)];
    const rests = [after.slice(1), `${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`];
    if (
      rests.some(
        (rest) => word.startsWith(before + rest) && (before + rest).length >= typed.length - 1,
      )
    )
      return true;
    if (word.startsWith(before) && word.slice(at + 1).startsWith(after.slice(1))) return true;
    if (word.startsWith(before) && word.slice(at + 1).startsWith(after) && after !== '')
      return true;
  }
  return false;
}
