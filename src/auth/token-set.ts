/** One resource's access token with what is known of it. Never leaves `auth`. */
import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Resource } from '#config/clouds.ts';
import { missingScopes, readScopes } from './scope.ts';

export interface TokenSet {
  readonly resource: Resource;
  readonly accessToken: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A token is not used in its last five minutes: clocks differ and requests take time. */
const margin = 5 * 60_000;

/**
 * Life is counted from before the request: Entra back-dates a token's own `iat`, so its claims say nothing reliable.
 * @param askedAt milliseconds since 1970, taken before the request was sent
 */
export function tokenSet(
  resource: Resource,
  answer: TokenEndpointResponse,
  asked: readonly string[],
  askedAt: number,
): TokenSet {
  const scopes = answer.scope === undefined ? [...asked] : readScopes(answer.scope);
  return {
    resource,
    accessToken: answer.access_token,
    scopes,
    expiresAt: askedAt + (answer.expires_in ?? 0) * 1000,
  };
}

export function isFresh(token: TokenSet, now: number): boolean {
  return token.expiresAt - margin > now;
}

export function covers(token: TokenSet, wanted: readonly string[]): boolean {
  return missingScopes(wanted, token.scopes).length === 0;
}
