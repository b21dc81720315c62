import type { ContactSummary } from './address-book.ts';
import { fold } from './fold.ts';

export interface Finding {
  readonly contact: ContactSummary;
  /** What was found, when the name does not show why this contact was. */
  readonly because: string | undefined;
}

interface Entry {
  /** Folded words of the name as shown, and of every name; a space before each word. */
  readonly name: string;
  readonly names: string;
  readonly fields: readonly { readonly shown: string; readonly folded: string }[];
  readonly numbers: readonly { readonly shown: string; readonly digits: string }[];
}

/** Folding costs more than finding; a contact's entry lives as long as the contact. */
const entries = new WeakMap<ContactSummary, Entry>();

/**
 * Contacts in which every word of `text` stands, whatever its accents and capitals, in a name, an address of mail or
 * post, the company or the job title; or that have `text` in a telephone number, however that is written. Names that begin with what was
 * typed come first; beyond that the order stays as it was.
 */
export function findContacts(contacts: readonly ContactSummary[], text: string): Finding[] {
  const terms = fold(text).split(/\s+/).filter(Boolean);
  const dialled = dialledIn(text);
  const ranks: [Finding[], Finding[], Finding[]] = [[], [], []];
  for (const contact of contacts) {
    const found = match(entryOf(contact), terms, dialled);
    if (found) ranks[found.rank].push({ contact, because: found.because });
  }
  return ranks.flat();
}

function match(
  entry: Entry,
  terms: readonly string[],
  dialled: Dialled | undefined,
): { rank: 0 | 1 | 2; because: string | undefined } | undefined {
  const number = dialled && entry.numbers.find((each) => isIn(each, dialled));
  if (number) return { rank: 2, because: number.shown };
  let rank: 0 | 1 | 2 = 0;
  let because: string | undefined;
  for (const term of terms) {
    const words = wordsOf(term);
    const field = () => entry.fields.find(({ folded }) => folded.includes(term))?.shown;
    if (!entry.names.includes(words.trim())) {
      const shown = field();
      if (shown === undefined) return undefined;
      because ??= shown;
      rank = 2;
    } else {
      if (!entry.names.includes(words) && rank === 0) rank = 1;
      if (!entry.name.includes(words.trim())) because ??= field();
    }
  }
  return { rank, because };
}

function entryOf(contact: ContactSummary): Entry {
  const known = entries.get(contact);
  if (known) return known;
  const { name, otherNames, addresses, postal, company, jobTitle } = contact;
  const entry: Entry = {
    name: wordsOf(fold(name)),
    names: wordsOf(fold([name, ...otherNames].join(' '))),
    fields: [...otherNames, ...addresses, company, jobTitle, ...postal]
      .filter(Boolean)
      .map((shown) => ({ shown, folded: fold(shown) })),
    numbers: contact.phones.map((shown) => ({ shown, digits: shown.replace(/\D/g, '') })),
  };
  entries.set(contact, entry);
  return entry;
}

function wordsOf(folded: string): string {
  return ` ${folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')}`;
}

interface Dialled {
  readonly digits: string;
  /** With the plus before it: a country comes first. */
  readonly isAbroad: boolean;
}

/**
 * The digits of what may be a number, without the zeros that stand before it inside a country: `020 7946` is in
 * `+44 20 7946 0123`. None for anything else, and for so few digits that every number would have them; a country is
 * known by fewer.
 */
function dialledIn(text: string): Dialled | undefined {
  if (!/^[\s\d+()./-]+$/.test(text)) return undefined;
  const isAbroad = text.trim().startsWith('+');
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= (isAbroad ? 1 : 3) ? { digits, isAbroad } : undefined;
}

function isIn(number: Entry['numbers'][number], { digits, isAbroad }: Dialled): boolean {
  if (isAbroad && number.shown.trim().startsWith('+')) return number.digits.startsWith(digits);
  return digits.length >= 3 && number.digits.includes(digits);
}
