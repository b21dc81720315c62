/**
 * The claims that an API asks for when it sends a good token back (continuous access evaluation).
 *
 * The header is read more patiently than RFC 9110 section 11.6.1 demands: one challenge that is spelled badly (Microsoft's
 * services leave quotes out) must not hide the next, and whatever cannot be read at all is a plain 401.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */

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
