import type { ContactSummary } from './address-book.ts';

export interface LetterGroup {
  readonly letter: string;
  readonly contacts: readonly ContactSummary[];
}

const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Sorts contacts by name and puts them under letters, both as `locale` does: Ä is an A in German and a letter of its
 * own, after Z, in Swedish. Scripts without letters share one heading, and so does what begins with no letter.
 */
export function byLetter(
  contacts: readonly ContactSummary[],
  // `undefined` is the person's own.
  locale?: string,
): LetterGroup[] {
  const order = new Intl.Collator(locale, { numeric: true });
  const base = new Intl.Collator(locale, { sensitivity: 'base' });
  const letters = new Map<string, string>();
  const letterOf = (name: string): string => {
    const first = String.fromCodePoint(name.normalize('NFC').codePointAt(0) ?? 35);
    const known = letters.get(first);
    if (known !== undefined) return known;
    const letter = /\p{Script=Han}/u.test(first)
      ? '漢'
      : /\p{L}/u.test(first)
        ? (latin.find((each) => base.compare(each, first) === 0) ?? first.toLocaleUpperCase(locale))
        : '#';
    letters.set(first, letter);
    return letter;
  };

  const groups: { letter: string; contacts: ContactSummary[] }[] = [];
  for (const contact of contacts.toSorted((a, b) => order.compare(a.name, b.name))) {
    const letter = letterOf(contact.name);
    const last = groups.at(-1);
    if (last?.letter === letter) last.contacts.push(contact);
    else groups.push({ letter, contacts: [contact] });
  }
  return groups;
}
