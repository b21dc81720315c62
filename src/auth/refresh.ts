/**
 * One refresh token, many resources: the access token a call needs, from memory when it is good, else from Entra.
 *
 * Requests for one resource share one refresh, and refreshes wait for each other, so that the newest refresh token is
 * the one that is used. Entra keeps older ones valid; other servers revoke everything when an old one comes back.
 */
import type { Cloud, Resource } from '#config/clouds.ts';
import { NetworkError } from '#http/network-error.ts';
import { AuthError } from './auth-error.ts';
import { authority } from './authority.ts';
import { tokenFor, type HeldTokens } from './held-tokens.ts';
import { isSamePerson } from './id-token.ts';
import { refusals } from './refusals.ts';
import { missingScopes, qualifiedScope } from './scope.ts';
import type { SigningKeys } from './signing-keys.ts';
import { refreshFor } from './token-endpoint.ts';
import { covers, isFresh, tokenSet, type TokenSet } from './token-set.ts';

/** A refused permission is not asked for again by itself for this long: an administrator may grant it meanwhile. */
const refusalLasts = 60_000;

export interface TokenSource {
  /**
   * @param renew true when the token in memory was turned away by its API
   * @throws {AuthError} `consent-required`, `sign-in-required`, `interaction-required`, `configuration`, `unavailable`
   * @throws {NetworkError}
   */
  token(
    resource: Resource,
    scopes: readonly string[],
    renew: TokenSet | undefined,
  ): Promise<TokenSet>;
}

export function tokenSource(
  cloud: Cloud,
  clientId: string,
  keys: SigningKeys,
  held: HeldTokens,
  changed: () => void,
): TokenSource {
  const underway = new Map<string, Promise<TokenSet>>();
  const refused = new Map<string, { error: AuthError; until: number }>();
  let queue: Promise<unknown> = Promise.resolve();

  return {
    token(resource, scopes, renew) {
      const inMemory = tokenFor(held, resource);
      const usable = inMemory && inMemory !== renew && isFresh(inMemory, Date.now());
      if (usable && covers(inMemory, scopes)) return Promise.resolve(inMemory);
      const key = `${resource.identifier} ${scopes.toSorted().join(' ')}`;
      const known = refused.get(key);
      if (known && known.until > Date.now()) return Promise.reject(known.error);
      const shared = underway.get(key);
      if (shared) return shared;

      const refresh = queue
        .catch(() => undefined)
        .then(() => refreshOnce(cloud, clientId, keys, held, resource, scopes))
        .catch((error: unknown) => {
          if (error instanceof AuthError && error.kind === 'consent-required') {
            refused.set(key, { error, until: Date.now() + refusalLasts });
          }
          throw error;
        })
        .finally(() => {
          underway.delete(key);
          changed();
        });
      underway.set(key, refresh);
      queue = refresh;
      return refresh;
    },
  };
}

async function refreshOnce(
  cloud: Cloud,
  clientId: string,
  keys: SigningKeys,
  held: HeldTokens,
  resource: Resource,
  scopes: readonly string[],
): Promise<TokenSet> {
  const context = { resource: resource.identifier, scopes };
  const { refreshToken } = held;
  const askedAt = Date.now();
  if (refreshToken === undefined || held.refreshTokenEndsAt <= askedAt) {
    throw new AuthError({
      ...context,
      kind: 'sign-in-required',
      message: 'The sign-in has ended.',
    });
  }
  // What the resource's token could do before, it shall still be able to do afterwards.
  const wanted = [...new Set([...(tokenFor(held, resource)?.scopes ?? []), ...scopes])];
  const asked = scopes.includes('.default') ? ['.default'] : wanted.filter((s) => s !== '.default');
  const scope = ['openid', 'profile', 'offline_access', ...asked]
    .map((name) => qualifiedScope(cloud, resource, name))
    .join(' ');
  try {
    const { answer, claims } = await refreshFor(
      authority(cloud, held.claims.tid),
      keys,
      clientId,
      refreshToken,
      scope,
    );
    if (claims && !isSamePerson(held.claims, claims)) {
      held.refreshToken = undefined;
      held.tokens.clear();
      throw new AuthError({
        ...context,
        kind: 'id-token-refused',
        message: 'The renewal answered for another person.',
      });
    }
    held.refreshToken = answer.refresh_token ?? refreshToken;
    const token = tokenSet(resource, answer, asked, askedAt);
    held.tokens.set(resource.identifier, token);
    const missing = missingScopes(scopes, token.scopes);
    if (missing.length > 0) {
      throw new AuthError({
        ...context,
        kind: 'consent-required',
        scopes: missing,
        message: `Not granted: ${missing.join(', ')}.`,
      });
    }
    return token;
  } catch (error) {
    if (error instanceof AuthError || error instanceof NetworkError) throw error;
    const refusal = (await refusals()).tokenRefusal(error, context, 'refresh');
    if (refusal instanceof AuthError && refusal.kind === 'sign-in-required') {
      held.refreshToken = undefined;
    }
    throw refusal;
  }
}
