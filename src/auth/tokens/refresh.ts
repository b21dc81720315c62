/**
 * One refresh token, many resources: the access token a call needs, from memory when it is good, else from Entra.
 *
 * Requests for the same scopes share one refresh, and refreshes for one resource wait for each other, because the first
 * may bring what the second wants. Those for different resources go side by side: Entra keeps a refresh token good after
 * its use, until the end that all of its successors share.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
import type { Cloud, Resource } from '#config/clouds.ts';
import { AuthError } from '#auth/auth-error.ts';
import { tokenFor, type HeldTokens } from './held-tokens.ts';
import { refreshOnce } from './refresh-once.ts';
import { createBackOff, passes } from './renewal.ts';
import type { SigningKeys } from './signing-keys.ts';
import { covers, isDue, isUsable, type TokenSet } from './token-set.ts';

/** Between two looks at what is due, at least: a pause that has just ended is not the beginning of a storm. */
const shortestWait = 1000;

/** A refused permission is not asked for again by itself for this long: an administrator may grant it meanwhile. */
const refusalLasts = 60_000;

export interface TokenSource {
  /**
   * @param renew the token that its API turned away: it is not used again
   * @param challenge claims that the API asked for, as JSON
   * @throws {AuthError} `consent-required`, `sign-in-required`, `interaction-required`, `configuration`, `unavailable`
   * @throws {NetworkError}
   */
  token(
    resource: Resource,
    scopes: readonly string[],
    renew: TokenSet | undefined,
    challenge?: string,
  ): Promise<TokenSet>;
  /**
   * Renews what is due, now, and by a timer for as long as somebody can see the page.
   * Called again after sleep and when the connection is back: timers stand still meanwhile.
   */
  look(visible: boolean): void;
  /** A token was taken away: whoever watches is told, and no timer waits for it. */
  changed(): void;
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
  /** Tokens that Entra will not renew by itself: asking again without need could only be refused again. */
  const givenUp = new WeakSet<TokenSet>();
  const backOff = createBackOff();
  /** By resource: whoever comes later waits for this. */
  const last = new Map<string, Promise<unknown>>();
  let visible = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function usable(resource: Resource, scopes: readonly string[], renew: TokenSet | undefined) {
    const token = tokenFor(held, resource);
    const good =
      token &&
      // The session's end is the end of every token, also of one that was issued for longer (ASVS 7.3.2).
      Date.now() < held.refreshTokenEndsAt &&
      token !== renew &&
      isUsable(token, Date.now()) &&
      covers(token, scopes);
    return good ? token : undefined;
  }

  function refresh(
    resource: Resource,
    scopes: readonly string[],
    renew: TokenSet | undefined,
    challenge?: string,
  ): Promise<TokenSet> {
    const key = keyOf(resource, scopes, challenge);
    const shared = underway.get(key);
    if (shared) return shared;
    const refreshed = (last.get(resource.identifier) ?? Promise.resolve())
      .catch(() => undefined)
      .then(async () => {
        // While this one waited for its turn, another may have brought what it wants, though not an API's claims.
        const meanwhile = challenge === undefined && usable(resource, scopes, renew);
        if (meanwhile) return meanwhile;
        const token = await refreshOnce(cloud, clientId, keys, held, resource, scopes, challenge);
        backOff.succeeded();
        return token;
      })
      .catch((error: unknown) => {
        backOff.failed(error, Date.now());
        if (error instanceof AuthError && error.kind === 'consent-required') {
          refused.set(key, { error, until: Date.now() + refusalLasts });
        }
        throw error;
      })
      .finally(() => {
        underway.delete(key);
        changed();
        schedule();
      });
    underway.set(key, refreshed);
    last.set(resource.identifier, refreshed);
    return refreshed;
  }

  /** Nobody waits for it, and the token in memory is good for a while yet: a failure changes nothing. */
  function renewAhead(token: TokenSet): void {
    if (!mayRenew(token) || backOff.left(Date.now()) > 0) return;
    refresh(token.resource, token.renewedWith, token).catch((error: unknown) => {
      if (!passes(error)) givenUp.add(token);
    });
  }

  const mayRenew = (token: TokenSet) => held.refreshToken !== undefined && !givenUp.has(token);

  /** What its API turned away is over, whatever it was issued for: not used again, and not renewed without need. */
  function end(token: TokenSet): void {
    if (tokenFor(held, token.resource) !== token) return;
    const over = { ...token, expiresAt: Date.now() };
    givenUp.add(over);
    held.tokens.set(token.resource.identifier, over);
  }

  function renewDue(): void {
    for (const token of [...held.tokens.values()]) if (isDue(token, Date.now())) renewAhead(token);
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (!visible || underway.size > 0) return;
    const now = Date.now();
    const waiting = [...held.tokens.values()]
      .filter(mayRenew)
      .map((token) => (isDue(token, now) ? 0 : token.refreshAt - now));
    if (waiting.length === 0) return;
    timer = setTimeout(renewDue, Math.max(Math.min(...waiting), backOff.left(now), shortestWait));
  }

  return {
    token(resource, scopes, renew, challenge) {
      if (renew) end(renew);
      const inMemory = usable(resource, scopes, renew);
      if (inMemory) {
        if (isDue(inMemory, Date.now())) renewAhead(inMemory);
        return Promise.resolve(inMemory);
      }
      const known = refused.get(keyOf(resource, scopes, challenge));
      if (known && known.until > Date.now()) return Promise.reject(known.error);
      const patience = backOff.refusal(Date.now());
      if (patience) return Promise.reject(patience);
      return refresh(resource, scopes, renew, challenge);
    },

    look(seen) {
      visible = seen;
      backOff.reconnected();
      if (visible) renewDue();
      else clearTimeout(timer);
    },

    changed() {
      changed();
      schedule();
    },
  };
}

function keyOf(resource: Resource, scopes: readonly string[], challenge = ''): string {
  return `${resource.identifier} ${scopes.toSorted().join(' ')} ${challenge}`;
}
