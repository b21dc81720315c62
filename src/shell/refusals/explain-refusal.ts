/** Puts a refusal into words: which layer said no, what mends it, who can, and what to quote. Decides nothing. */
import { knownFacts, type Fact, type Failure } from '#shell/failure/failure.ts';
import { accountCodes } from './entra-account-codes.ts';
import { apiCodes } from './api-codes.ts';
import { flowCodes } from './entra-flow-codes.ts';
import { registrationCodes } from './entra-registration-codes.ts';
import { oauthErrors, suberrors } from './oauth-errors.ts';
import type { Refusal } from './read-refusal.ts';
import { meaningOf, type Meaning, type Owner, type Row } from './refusal-meaning.ts';
import { libraryCodes } from './library-codes.ts';
import { sentencesIn } from './sentences.ts';
import { serviceCodes } from './service-codes.ts';
import { statusMeanings } from './status-meanings.ts';

interface Known {
  readonly readFrom: string;
  readonly meaning: Meaning;
}

export interface Explanation {
  /** The most telling of what is known; `undefined` when nothing here knows the refusal. */
  readonly meaning: Meaning | undefined;
  /** What the meaning was read from: `AADSTS65001`, `consent_required`, `403`. */
  readonly readFrom: string | undefined;
  /** Further AADSTS numbers that are known: each is a refusal of its own, as when an address quotes two. */
  readonly others: readonly Known[];
  /** What else the refusal says that is known, less telling. */
  readonly also: readonly Known[];
  /** Microsoft's own page for each AADSTS number. */
  readonly lookUps: readonly { readonly code: string; readonly url: string }[];
  /** What a claims challenge asks for: JSON text. */
  readonly claims: string | undefined;
  /** How long the service wants to be left alone. */
  readonly wait: string | undefined;
  /** For a support desk. */
  readonly facts: readonly Fact[];
}

const entraCodes: Readonly<Record<number, Row>> = {
  ...flowCodes,
  ...registrationCodes,
  ...accountCodes,
};
const serverCodes: Readonly<Record<string, Row>> = { ...serviceCodes, ...apiCodes };

export function explainRefusal(refusal: Refusal): Explanation {
  const [first, ...rest] = known(refusal);
  const codes = refusal.numbers.map((number) => ({ number, code: `AADSTS${number}` }));
  const named = namedCodes(refusal);
  const isNumber = ({ readFrom }: Known) => codes.some(({ code }) => code === readFrom);
  return {
    meaning: first?.meaning,
    readFrom: first?.readFrom,
    others: rest.filter(isNumber),
    also: rest.filter((each) => !isNumber(each) && each.meaning.means !== first?.meaning.means),
    lookUps: codes.map(({ number, code }) => ({
      code,
      url: `https://login.microsoftonline.com/error?code=${number}`,
    })),
    claims: refusal.claims,
    wait: waitInWords(refusal.retryAfter),
    facts: knownFacts([
      ['Status', refusal.status],
      ['Error', [refusal.error, refusal.suberror].filter(Boolean).join(' / ')],
      ['Code', [...codes.map(({ code }) => code), ...named].join(' / ')],
      ['Message', isCode(refusal, named) ? undefined : refusal.message],
      ['Trace id', refusal.traceId],
      ['Correlation id', refusal.correlationId],
      ['Request id', refusal.requestId],
      ['Client request id', refusal.clientRequestId],
      ['Time', refusal.time],
      ['Retry-After', refusal.retryAfter],
    ]),
  };
}

/** What AADSTS numbers mean, for a screen that says the rest itself; the first that is known counts. */
export function explainNumbers(
  numbers: readonly number[] | undefined,
): Pick<Failure, 'whose' | 'explanation'> | undefined {
  const row = numbers?.map((number) => entraCodes[number]).find((found) => found !== undefined);
  if (!row) return undefined;
  const { who, means, mends } = meaningOf(row);
  return { whose: sides[who], explanation: `${means} ${mends}` };
}

const sides: Readonly<Record<Owner, Failure['whose']>> = {
  you: 'you',
  'the developer': 'this app',
  'the app’s owner': 'your administrator',
  'an administrator': 'your administrator',
  Microsoft: 'Microsoft',
};

/** Most telling first: a number or a code names a case, an OAuth error a family of them, a status hardly anything. */
function known({ numbers, suberror, codes, error, status, text }: Refusal): Known[] {
  const found = [
    ...numbers.map((number) => [`AADSTS${number}`, entraCodes[number]] as const),
    ...(suberror === undefined ? [] : [[suberror, own(suberrors, suberror)] as const]),
    ...codes.map((code) => [code, own(libraryCodes, code)] as const),
    // Some say more than the code beside them.
    ...sentencesIn(text),
    // Outermost first; the innermost says most.
    ...codes.toReversed().map((code) => [code, own(serverCodes, code)] as const),
    ...(error === undefined ? [] : [[error, own(oauthErrors, error)] as const]),
    ...codes.map((code) => [code, own(oauthErrors, code) ?? own(suberrors, code)] as const),
    ...(status === undefined ? [] : [[String(status), statusMeanings[status]] as const]),
  ];
  const rows = new Map<string, Row>();
  for (const [readFrom, row] of found) if (row && !rows.has(readFrom)) rows.set(readFrom, row);
  return [...rows].map(([readFrom, row]) => ({ readFrom, meaning: meaningOf(row) }));
}

/** Of an answer's own codes all, known here or not; of words only those that are known for codes. */
function namedCodes(refusal: Refusal): readonly string[] {
  const isKnown = (code: string) => own(serverCodes, code) ?? own(libraryCodes, code);
  return refusal.namedCodes ?? refusal.codes.filter(isKnown);
}

function waitInWords(retryAfter: string | undefined): string | undefined {
  if (retryAfter === undefined) return undefined;
  if (!/^[\d.]+$/.test(retryAfter)) return `Until ${retryAfter}, as Retry-After says.`;
  return `${retryAfter} ${retryAfter === '1' ? 'second' : 'seconds'}, as Retry-After says.`;
}

/** A code alone needs no message that repeats it. */
function isCode({ message = '', numbers }: Refusal, named: readonly string[]): boolean {
  return (
    named.includes(message) ||
    numbers.some((number) => message === `AADSTS${number}` || message === String(number))
  );
}

function own(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
