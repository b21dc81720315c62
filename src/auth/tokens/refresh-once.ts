/** One renewal for one resource: asks, checks that the answer is about the same person, and keeps what came. */
import type { Cloud, Resource } from '#config/clouds.ts';
import { NetworkError } from '#http/network-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { authority } from '#auth/authority.ts';
import { claimsRequest } from '#auth/claims-request.ts';
import { refusals } from '#auth/refusals/refusals.ts';
import { missingScopes, qualifiedScope } from '#auth/scope.ts';
import { tokenFor, type HeldTokens } from './held-tokens.ts';
import { isSamePerson } from './id-token.ts';
import type { SigningKeys } from './signing-keys.ts';
import { refreshFor } from './token-endpoint.ts';
import { tokenSet, type TokenSet } from './token-set.ts';

/** @throws {AuthError | NetworkError} */
export async function refreshOnce(
  cloud: Cloud,
  clientId: string,
  keys: SigningKeys,
  held: HeldTokens,
  resource: Resource,
  scopes: readonly string[],
  challenge: string | undefined,
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
  // What the resource's token could do before, it shall still be able to do afterwards; what that covers is not asked for.
  const before = tokenFor(held, resource)?.scopes ?? [];
  const asked = scopes.includes('.default')
    ? ['.default']
    : [...before.filter((s) => s !== '.default'), ...missingScopes(scopes, before)];
  const scope = ['openid', 'profile', 'offline_access', ...asked]
    .map((name) => qualifiedScope(cloud, resource, name))
    .join(' ');
  try {
    const { answer, idToken } = await refreshFor(
      authority(cloud, held.claims.tid),
      keys,
      clientId,
      refreshToken,
      { scope, claims: claimsRequest(challenge) },
    );
    if (idToken && !isSamePerson(held.claims, idToken.claims)) {
      held.refreshToken = undefined;
      held.tokens.clear();
      throw new AuthError({
        ...context,
        kind: 'id-token-refused',
        message: 'The answer is another person’s.',
      });
    }
    if (idToken) held.idToken = { ...idToken, cameBy: 'renewal', gotAt: askedAt };
    if (answer.refresh_token !== undefined) {
      held.refreshToken = answer.refresh_token;
      held.rotations += 1;
      held.rotatedAt = askedAt;
    }
    const token = tokenSet(resource, answer, asked, askedAt, 'renewal');
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
    const isDead = refusal instanceof AuthError && refusal.kind === 'sign-in-required';
    // Unless another resource's renewal has brought a younger one meanwhile.
    if (isDead && held.refreshToken === refreshToken) held.refreshToken = undefined;
    throw refusal;
  }
}
