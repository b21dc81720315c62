/** Whether a host name is made to be taken for another: letters of several scripts, letters that look the same, slips. */
import { unicodeHost } from './unicode-host.ts';

export interface LookAlike {
  readonly kind: 'mixed-letters' | 'same-look' | 'near-miss' | 'borrowed-name';
  /** In letters that cannot be mistaken. */
  readonly host: string;
  /** The host that it could be taken for, where one is known. */
  readonly of?: string;
}

/** Names that strangers borrow most; beside them stand the hosts of the people that one knows. */
export const borrowedMost: readonly string[] = [
  'microsoft.com',
  'microsoftonline.com',
  'office.com',
  'office365.com',
  'outlook.com',
  'live.com',
  'sharepoint.com',
  'google.com',
  'apple.com',
  'icloud.com',
  'amazon.com',
  'paypal.com',
  'docusign.com',
  'dropbox.com',
  'linkedin.com',
  'facebook.com',
  'netflix.com',
  'adobe.com',
  'dhl.com',
  'fedex.com',
  'ups.com',
];

/** @param known hosts that are what they say, such as those of one's own company and of the people one writes with */
export function lookAlike(asciiHost: string, known: readonly string[]): LookAlike | undefined {
  const host = asciiHost.toLowerCase().replace(/\.$/, '');
  const shown = unicodeHost(host);
  const own = registered(shown);
  const { trusted, bySkeleton } = trustedWith(known);
  if (trusted.includes(own)) {
    // Three letters make a host known, whatever it puts before its own name.
    const inFront = borrowedMost.includes(own)
      ? undefined
      : trusted.find((each) => has(shown, own, each));
    return inFront ? { kind: 'borrowed-name', host, of: inFront } : undefined;
  }
  const twin = bySkeleton.get(skeleton(own));
  if (twin) return { kind: 'same-look', host, of: twin };
  if (shown.split('.').some(mixesScripts)) return { kind: 'mixed-letters', host };
  const near = trusted.find((each) => isNearMiss(own, each));
  if (near) return { kind: 'near-miss', host, of: near };
  const borrowed = trusted.find((each) => borrows(shown, own, each));
  return borrowed ? { kind: 'borrowed-name', host, of: borrowed } : undefined;
}

interface Trusted {
  readonly trusted: readonly string[];
  readonly bySkeleton: ReadonlyMap<string, string>;
}

/** Once for each list: a letter may hold tens of thousands of links. */
const prepared = new WeakMap<readonly string[], Trusted>();

function trustedWith(known: readonly string[]): Trusted {
  const before = prepared.get(known);
  if (before) return before;
  const trusted = [...known, ...borrowedMost].map((each) => registered(each.toLowerCase()));
  // Of two that look the same the first one counts.
  const pairs = trusted.toReversed().map((each) => [skeleton(each), each] as const);
  const made: Trusted = { trusted, bySkeleton: new Map(pairs) };
  prepared.set(known, made);
  return made;
}

const secondLevels = new Set(['co', 'com', 'org', 'net', 'gov', 'ac', 'edu', 'or', 'ne', 'go']);

/** The part of a host that somebody had to register; without the list of public suffixes, so nearly. */
export function registered(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  const isUnderCountry =
    labels.length > 2 &&
    (labels.at(-1)?.length ?? 0) === 2 &&
    secondLevels.has(labels.at(-2) ?? '');
  return labels.slice(isUnderCountry ? -3 : -2).join('.');
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
];

function mixesScripts(label: string): boolean {
  return scripts.filter((script) => script.test(label)).length > 1;
}

/** Letters and pairs of letters that are read as the Latin ones beside them. */
const twins: readonly (readonly [string, string])[] = [
  ['аɑα', 'a'],
  ['Ьƅ', 'b'],
  ['сϲⅽ', 'c'],
  ['ԁɗ', 'd'],
  ['еёєҽ', 'e'],
  ['ց', 'g'],
  ['һհ', 'h'],
  ['јϳ', 'j'],
  ['κк', 'k'],
  ['іїıɩιӏ|ⅼ1i', 'l'],
  ['м', 'm'],
  ['пոη', 'n'],
  ['оοօσ0', 'o'],
  ['рρ', 'p'],
  ['ԛ', 'q'],
  ['гᴦ', 'r'],
  ['ѕ', 's'],
  ['тτ', 't'],
  ['υսц', 'u'],
  ['νѵ', 'v'],
  ['ѡԝω', 'w'],
  ['хχ', 'x'],
  ['уүγ', 'y'],
];

const latinTwin = new Map(
  twins.flatMap(([letters, latin]) => [...letters].map((letter) => [letter, latin] as const)),
);

/** What the eye makes of a name: accents gone, twins as Latin letters, `rn` as `m`. */
export function skeleton(host: string): string {
  const letters = [...host.normalize('NFKD').replaceAll(/\p{M}/gu, '')];
  return letters
    .map((letter) => latinTwin.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

/** One slip away: a letter more, less, other, or two in the wrong order. Short names are often neighbours by chance. */
function isNearMiss(host: string, known: string): boolean {
  const name = nameOf(host);
  const other = nameOf(known);
  if (name === other || other.length < 5 || Math.abs(name.length - other.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === other[start]) start += 1;
  let end = 0;
  while (
    end < name.length - start &&
    end < other.length - start &&
    name.at(-1 - end) === other.at(-1 - end)
  )
    end += 1;
  const rest = name.slice(start, name.length - end);
  const otherRest = other.slice(start, other.length - end);
  if (rest.length <= 1 && otherRest.length <= 1) return true;
  return rest.length === 2 && otherRest === `${rest[1]}${rest[0]}`;
}

/** `microsoft.com.sign-in.example`. */
function has(shown: string, own: string, known: string): boolean {
  return own !== known && `.${shown}.`.includes(`.${known}.`);
}

/** That, or `microsoft-login.example`. */
function borrows(shown: string, own: string, known: string): boolean {
  if (has(shown, own, known)) return true;
  const other = nameOf(known);
  return (
    other.length >= 5 &&
    own !== other &&
    nameOf(own).split('-').length > 1 &&
    nameOf(own).split('-').includes(other)
  );
}

function nameOf(host: string): string {
  return host.split('.')[0] ?? '';
}
