import type { ContactSummary } from './address-book.ts';

export interface LetterGroup {
  readonly letter: string;
  readonly contacts: readonly ContactSummary[];
}

const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Sorts contacts by name and puts them under letters, both as `locale` does: Ä is an A in German and a letter of its
 * own, after Z, in Swedish. Ideographs share one heading, kana and hangul stand under the sound they begin with, and
 * what begins with no letter comes first.
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
    const first = String.fromCodePoint(initialOf(name).codePointAt(0) ?? 35);
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

/** A syllable of hangul or a voiced or small kana is no heading of its own: `가` and `간` are both `ㄱ`, `が` is `か`. */
function initialOf(name: string): string {
  const syllable = name.codePointAt(0) ?? 0;
  if (syllable >= 0xac00 && syllable <= 0xd7a3) {
    return initialConsonants[Math.floor((syllable - 0xac00) / 588)] ?? name;
  }
  if (!/^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return name.normalize('NFC');
  // NFKD takes the voicing off, and makes full of what is half as wide.
  const [plain = ''] = name.normalize('NFKD');
  const code = plain.codePointAt(0) ?? 0;
  const kana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : plain;
  return fullSize[kana] ?? kana;
}

/** Nineteen, each the beginning of 588 syllables (Unicode, 3.12); doubled ones stand under the single. */
const initialConsonants = [...'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ'];

const fullSize: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
};
