/**
 * The claims that an API asks for when it sends a good token back (continuous access evaluation).
 *
 * The header is read more patiently than RFC 9110 section 11.6.1 demands: one challenge that is spelled badly (Microsoft's
 * services leave quotes out) must not hide the next, and whatever cannot be read at all is a plain 401.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
import { AuthError } from './auth-error.ts';
import { objectOf, readObject } from './claims-request.ts';

interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * @param header `WWW-Authenticate`, of several challenges perhaps
 * @returns JSON of an object, or nothing when no challenge asks for claims
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  const asking = readChallenges(header ?? '').find(
    ({ scheme, parameters }) =>
      scheme === 'bearer' &&
      parameters.get('error') === 'insufficient_claims' &&
      parameters.has('claims'),
  );
  return decode(asking?.parameters.get('claims') ?? '');
}

/**
 * What is refused after a challenge is for the person to answer: its claims go along to Microsoft's page.
 * @param challenge JSON of an object
 */
export function unansweredChallenge(error: unknown, challenge: string): unknown {
  if (!(error instanceof AuthError)) return error;
  if (error.kind !== 'sign-in-required' && error.kind !== 'interaction-required') return error;
  return new AuthError({
    ...error.detail,
    kind: 'interaction-required',
    claims: bothClaims(challenge, error.detail.claims),
  });
}

/**
 * What the API wants and what Entra wants because of it: a policy alone would bring a token that the API sends back again.
 * @param challenge JSON of an object
 * @param named JSON of a refusal's claims, if it had any
 */
function bothClaims(challenge: string, named: string | undefined): string {
  if (named === undefined) return challenge;
  const both = readObject(challenge);
  for (const [part, wanted] of Object.entries(readObject(named)))
    both[part] = { ...objectOf(both[part]), ...objectOf(wanted) };
  return JSON.stringify(both);
}

/** `name="value"`, `name=value`, or a word alone, which begins the next challenge. */
const part = /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;

function readChallenges(header: string): Challenge[] {
  const challenges: (Challenge & { parameters: Map<string, string> })[] = [];
  for (const [, name = '', quoted, bare] of header.matchAll(part)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return challenges;
}

/** Base64 in either alphabet, padded or not. */
function decode(claims: string): string | undefined {
  try {
    const binary = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? text : undefined;
  } catch {
    return undefined;
  }
}
