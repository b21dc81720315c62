/** What makes a letter doubtful before one has read it, as sentences. Computed here; nobody is asked. */
import { lookAlikeInWords } from '#shell/html-body/links/caution-in-words.ts';
import { lookAlike, registered, skeleton } from '#shell/html-body/links/look-alike.ts';
import { asciiHost, toldAddress } from '#shell/html-body/links/told-address.ts';
import { formatFull } from '#lib/format-date.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import type { Authentication } from '#features/mail/message/headers/authentication.ts';
import type { Message } from './message.ts';

export interface Surroundings {
  /** The reader's own address. */
  readonly own: string;
  /** People that the reader has letters from. */
  readonly people: readonly Correspondent[];
  /** People in the reader's address book. */
  readonly book?: readonly Correspondent[];
  /** Nothing else came from this address before. */
  readonly isFirst?: boolean;
  readonly now: Date;
}

type Subject = Pick<Message, 'from' | 'sender' | 'replyTo' | 'sentAt'>;

/** A clock that is wrong by less than this is only wrong. Milliseconds. */
const someHours = 6 * 3_600_000;

export function cautionsOf(
  { from, sender, replyTo, sentAt }: Subject,
  authentication: Authentication | undefined,
  { own, people, book = [], isFirst = false, now }: Surroundings,
): string[] {
  const found: string[] = [];
  if (authentication?.verdict === 'failed' && from) {
    const failed = authentication.checks
      .filter(({ result }) => /fail|error/.test(result))
      .map(
        ({ name, result }) => `${name === 'Microsoft' ? 'Microsoft’s judgement' : name}: ${result}`,
      );
    found.push(
      `It may not be from ${toldAddress(domainOf(from.address))}: the checks failed (${failed.join(', ')}).`,
    );
  }
  if (from) found.push(...aboutName(from, own, people, book));
  if (from) {
    const twin = lookAlike(asciiHost(domainOf(from.address)), hostsOf(own, people, from));
    if (twin) found.push(`It is from ${lookAlikeInWords(twin)}.`);
  }
  const elsewhere = replyTo.find((one) => from && differs(one.address, from.address));
  if (elsewhere)
    found.push(`Answers go to ${toldAddress(elsewhere.address)}, which is not where it is from.`);
  if (sender && from && differs(sender.address, from.address)) {
    found.push(
      `It was sent by ${toldAddress(sender.address)} in the name of ${toldAddress(from.address)}.`,
    );
  }
  if (sentAt && sentAt.getTime() > now.getTime() + someHours) {
    found.push(`It says that it was sent on ${formatFull(sentAt)}, which is yet to come.`);
  }
  // By itself it is no reason for doubt: everybody writes for a first time.
  if (isFirst && found.length > 0) found.push('Nothing came from this address before.');
  return found;
}

function aboutName(
  from: Correspondent,
  own: string,
  people: readonly Correspondent[],
  book: readonly Correspondent[],
): string[] {
  const written = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(from.name)?.[0];
  if (written && differs(written, from.address)) {
    return [
      `The sender’s name is an address, ${written}, but the letter is from ${toldAddress(from.address)}.`,
    ];
  }
  // One word may be many people's.
  if (!/\S\s+\S/.test(from.name)) return [];
  const named = skeleton(from.name.toLowerCase());
  const known = [...people.filter(({ address }) => !differs(address, own)), ...book].filter(
    ({ name }) => skeleton(name.toLowerCase()) === named,
  );
  const [other] = known;
  const isKnown = [...known, ...book].some(
    ({ address }) => address.toLowerCase() === from.address.toLowerCase(),
  );
  if (!other || isKnown || known.some(({ address }) => !differs(address, from.address))) return [];
  return [
    other.name.toLowerCase() === from.name.toLowerCase()
      ? `${from.name} writes from ${other.address} otherwise; this is ${toldAddress(from.address)}.`
      : `The sender’s name looks like that of ${other.name}, who writes from ${other.address}; this is ${toldAddress(from.address)}.`,
  ];
}

/** Hosts of one's own and of the people one has letters from; a single letter makes nobody known. */
export function hostsOf(
  own: string,
  people: readonly Correspondent[],
  except?: Correspondent,
): string[] {
  const counts = new Map<string, number>();
  for (const { address } of people) {
    const host = domainOf(address);
    if (host && address !== except?.address) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count > 2).map(([host]) => host);
  return [...new Set([domainOf(own), ...often])].filter(Boolean);
}

export function domainOf(address: string): string {
  return address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : '';
}

/** Whether two addresses belong to different organisations; what is no address (of an old system) is not compared. */
function differs(one: string, other: string): boolean {
  const [host, second] = [domainOf(one), domainOf(other)];
  return host !== '' && second !== '' && registered(host) !== registered(second);
}
