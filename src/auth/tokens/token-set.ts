/** One resource's access token with what is known of it. Never leaves `auth`. */
import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Resource } from '#config/clouds.ts';
import { isOidcScope, missingScopes, readScopes, shortScope } from '#auth/scope.ts';
import { secondsUntilRenewal } from './renewal.ts';
import type { TokenOrigin } from './token-report.ts';

export interface TokenSet {
  readonly resource: Resource;
  readonly accessToken: string;
  readonly scopes: readonly string[];
  readonly asked: readonly string[];
  readonly cameBy: TokenOrigin;
  /** What its renewal asks for: what was granted, or the whole of `.default`, which is not among the granted ones. */
  readonly renewedWith: readonly string[];
  /** Milliseconds since 1970, taken before the request; the others count from it. */
  readonly askedAt: number;
  /** From when on a newer one is fetched ahead of need. */
  readonly refreshAt: number;
  readonly expiresAt: number;
}

/** A token is not used in its last minute: a request takes time to arrive. */
const margin = 60_000;

/**
 * Life is counted from before the request: Entra back-dates a token's own `iat`, so its claims say nothing reliable.
 * @param askedAt milliseconds since 1970, taken before the request was sent
 */
export function tokenSet(
  resource: Resource,
  answer: TokenEndpointResponse,
  asked: readonly string[],
  askedAt: number,
  cameBy: TokenOrigin,
): TokenSet {
  const scopes = answer.scope === undefined ? [...asked] : readScopes(answer.scope);
  const whole = asked.some((scope) => shortScope(scope) === '.default');
  const lifetime = answer.expires_in ?? 0;
  return {
    resource,
    accessToken: answer.access_token,
    scopes,
    asked,
    cameBy,
    renewedWith: whole ? ['.default'] : scopes.filter((scope) => !isOidcScope(scope)),
    askedAt,
    refreshAt: askedAt + Math.round(secondsUntilRenewal(lifetime, answer['refresh_in']) * 1000),
    expiresAt: askedAt + lifetime * 1000,
  };
}

/** A token from the future means that the clock was turned back since, and that nobody knows how old the token is. */
export function isUsable(token: TokenSet, now: number): boolean {
  return token.expiresAt - margin > now && token.askedAt - margin <= now;
}

export function isDue(token: TokenSet, now: number): boolean {
  return token.refreshAt <= now || !isUsable(token, now);
}

export function covers(token: TokenSet, wanted: readonly string[]): boolean {
  return missingScopes(wanted, token.scopes).length === 0;
}
