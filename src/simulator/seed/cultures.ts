/** Names, towns and telephone ranges by culture: every person, firm and number made from them is invented. */
import type { Dice } from './random.ts';

export const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar', 'he', 'pl'] as const;
export type Language = (typeof languages)[number];

interface Culture {
  readonly language: Language;
  /** Where a name is not written in Latin letters, its spelling for mail addresses follows after a slash. */
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly country: string;
  readonly towns: readonly string[];
  /** `#` stands for a digit. Only ranges kept free for fiction, or numbers that cannot be dialled. */
  readonly phone: string;
  readonly surnameFirst?: true;
}

function culture(
  language: Language,
  given: string,
  surnames: string,
  country: string,
  towns: string,
  phone: string,
): Culture {
  const [givenNames, familyNames, townNames] = [given, surnames, towns].map((names) =>
    names.split(' '),
  ) as [string[], string[], string[]];
  return {
    language,
    given: givenNames,
    surnames: familyNames,
    country,
    towns: townNames,
    phone,
  };
}

export const cultures: readonly Culture[] = [
  culture(
    'en',
    'Amelia Oliver Priya Imani Callum Fiona Marcus Niamh',
    'Ashdown Whitlock Okafor Patel O’Shaughnessy Lockwood',
    'United Kingdom',
    'Bristol Leeds Cardiff',
    '+44 20 7946 0###',
  ),
  culture(
    'de',
    'Jonas Annegret Lena Jürgen Käthe Ulrike',
    'Weißgerber Lindenau Großmann Öhlschläger Vogelsang Zürn',
    'Germany',
    'Jena Göttingen Wetzlar',
    '+49 30 23125 0##',
  ),
  culture(
    'fr',
    'Chloé Rémi Aurélie Étienne Maëlys Françoise',
    'Delacourt Beaumanoir D’Aubrac Vaillancourt Quéméneur Théron',
    'France',
    'Besançon Lannion Nîmes',
    '+33 1 99 00 ## ##',
  ),
  culture(
    'es',
    'Lucía Álvaro Inés Begoña Íñigo Nuria',
    'Peñalver Zubizarreta Ibáñez Yáñez Echeverría',
    'Spain',
    'Zaragoza Gijón Cádiz',
    '+1 305 555 01##',
  ),
  culture(
    'pt',
    'João Inês Conceição Gonçalo Vinícius Thaís',
    'Figueira Assunção Leitão Magalhães Araújo',
    'Portugal',
    'Coimbra Aveiro Évora',
    '+1 617 555 01##',
  ),
  {
    ...culture(
      'ja',
      '葵/aoi 翔太/shota 美咲/misaki 大輔/daisuke さくら/sakura',
      '桐谷/kiritani 藤堂/todo 水無瀬/minase 長谷部/hasebe 一ノ瀬/ichinose',
      'Japan',
      '大阪市 諏訪市 京都市',
      '+81 3 0000 00##',
    ),
    surnameFirst: true,
  },
  culture(
    'ar',
    'ليلى/layla يوسف/yousef مريم/maryam نور/nour كريم/karim',
    'الزهراني/alzahrani منصور/mansour العطار/alattar حداد/haddad الشامي/alshami',
    'Jordan',
    'عمّان إربد العقبة',
    '+44 1632 9600##',
  ),
  culture(
    'he',
    'נועה/noa איתי/itai תמר/tamar יונתן/yonatan',
    'אלמוג/almog ברקאי/barkai שקד/shaked צוקרמן/zukerman',
    'Israel',
    'חיפה רחובות באר־שבע',
    '+44 1632 9601##',
  ),
  culture(
    'pl',
    'Małgorzata Łukasz Agnieszka Żaneta Święcisława',
    'Brzęczyszczykiewicz Wójcicka Dąbrowski Źródlak',
    'Poland',
    'Łódź Gdańsk Toruń',
    '+44 113 496 0###',
  ),
];

/** Letters that Unicode's decomposition leaves whole. */
const plainLetters: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd' };

export function latin(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßłøđ]/g, (letter) => plainLetters[letter] ?? letter);
}

const firmWords = [
  'Kestrel Optics',
  'Linden & Rowe',
  'Blauwerk Präzision',
  'Atelier Lumen',
  'Vidrio Claro',
  'Halden Coatings',
  'Tern & Tide Shipping',
  'Miyama Glassworks',
  'Oakfield Metrology',
  'Szkło Północ',
  'Alhazen Institute',
] as const;

export interface Firm {
  readonly name: string;
  readonly domain: string;
}

export const firms: readonly Firm[] = firmWords.map((name) => ({
  name,
  domain: `${latin(name).replaceAll(/[^a-z]+/g, '-')}.example`,
}));

export interface SomeName {
  readonly culture: Culture;
  readonly given: string;
  readonly surname: string;
  readonly display: string;
  /** Local part of a mail address. */
  readonly alias: string;
}

type Spellings = readonly [written: string, latin: string];

/** A few dozen names write a hundred thousand letters: each is taken apart once. */
const known = new Map<string, Spellings>();

function spellings(name: string): Spellings {
  let both = known.get(name);
  if (!both) {
    const [written = '', spelled] = name.split('/');
    both = [written, spelled ?? latin(written).replaceAll(/[^a-z]/g, '')];
    known.set(name, both);
  }
  return both;
}

const byLanguage = new Map<Language, readonly Culture[]>();

function culturesOf(language: Language): readonly Culture[] {
  let found = byLanguage.get(language);
  if (!found) {
    found = cultures.filter((each) => each.language === language);
    byLanguage.set(language, found);
  }
  return found;
}

export function someName(roll: Dice, language?: Language): SomeName {
  const culture = roll.of(language ? culturesOf(language) : cultures);
  const [given, givenAlias] = spellings(roll.of(culture.given));
  const [surname, surnameAlias] = spellings(roll.of(culture.surnames));
  return {
    culture,
    given,
    surname,
    display: culture.surnameFirst ? `${surname} ${given}` : `${given} ${surname}`,
    alias: `${givenAlias}.${surnameAlias}`,
  };
}

export function digits(roll: Dice, pattern: string): string {
  return pattern.replaceAll('#', () => String(roll.below(10)));
}
