import type { ContactSummary } from './address-book.ts';
import { fold } from './fold.ts';

export interface DuplicateGroup {
  /** What they share, in words. */
  readonly because: string;
  readonly contacts: readonly ContactSummary[];
}

/**
 * Contacts that are likely the same one twice: one mail address, or one name and one telephone number. Only pointed
 * out: whether two entries are one person is for their owner to say.
 */
export function findDuplicates(contacts: readonly ContactSummary[]): DuplicateGroup[] {
  const shared = new Map<string, { because: string; members: ContactSummary[] }>();
  const note = (key: string, because: string, contact: ContactSummary) => {
    const entry = shared.get(key);
    if (!entry) shared.set(key, { because, members: [contact] });
    else if (entry.members.at(-1) !== contact) entry.members.push(contact);
  };
  for (const contact of contacts) {
    for (const address of contact.addresses) {
      note(`a ${address.toLowerCase()}`, `Same address: ${address}`, contact);
    }
    for (const phone of contact.phones) {
      const digits = endOf(phone);
      if (digits && contact.name) {
        note(`n ${fold(contact.name)} ${digits}`, `Same name and number: ${phone}`, contact);
      }
    }
  }
  return joined([...shared.values()].filter(({ members }) => members.length > 1));
}

/** Who shares with whom may be a chain (A and B an address, B and C a number): that is one group, by its first link. */
function joined(
  links: readonly { because: string; members: readonly ContactSummary[] }[],
): DuplicateGroup[] {
  const groupOf = new Map<ContactSummary, { because: string; contacts: Set<ContactSummary> }>();
  for (const { because, members } of links) {
    const known = new Set(members.flatMap((member) => groupOf.get(member) ?? []));
    const [group = { because, contacts: new Set<ContactSummary>() }, ...others] = known;
    const all = [...members, ...others.flatMap((other) => [...other.contacts])];
    for (const member of all) {
      group.contacts.add(member);
      groupOf.set(member, group);
    }
  }
  return [...new Set(groupOf.values())].map(({ because, contacts }) => ({
    because,
    contacts: [...contacts],
  }));
}

/** The digits that are the same however a number is written, inside its country or from outside. */
function endOf(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length >= 7 ? digits.slice(-8) : undefined;
}
