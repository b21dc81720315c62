/** The authorization URL for a purpose, and the record that its answer will be held against. */
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import { isTenant } from '#config/settings.ts';
import { AuthError } from '#auth/auth-error.ts';
import { authorizeUrl, planSignIn, type SignInPlan } from './authorize-parameters.ts';
import type { PendingSignIn } from './pending-sign-in.ts';

export interface SignInRequest {
  readonly url: string;
  readonly pending: PendingSignIn;
  /** Microsoft answers without a page of its own (`prompt=none`), so nobody sees the way there. */
  readonly isSilent: boolean;
}

/**
 * Authorization code with PKCE S256, state and nonce, each of 32 random bytes; the answer comes in the fragment, which
 * no server sees.
 *
 * @throws {AuthError} `configuration` for a tenant that is none: it would stand in the path of the address
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 */
export async function signInRequest(
  plan: SignInPlan,
  options: { readonly returnTo: string; readonly isDeveloper: boolean; readonly now: number },
): Promise<SignInRequest> {
  const planned = planSignIn(plan);
  if (!isTenant(planned.tenant)) {
    throw new AuthError({ kind: 'configuration', message: 'That is not the name of a tenant.' });
  }
  const pending: PendingSignIn = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    codeVerifier: generateRandomCodeVerifier(),
    cloud: plan.cloud.name,
    clientId: plan.settings.clientId,
    tenant: planned.tenant,
    redirectUri: plan.redirectUri,
    resource: planned.resource,
    scope: planned.scope,
    claims: planned.claims,
    also: planned.also,
    purpose: plan.purpose.kind,
    returnTo: options.returnTo,
    isDeveloper: options.isDeveloper,
    createdAt: options.now,
  };
  const codeChallenge = await calculatePKCECodeChallenge(pending.codeVerifier);
  return {
    url: authorizeUrl(planned, { ...pending, codeChallenge }),
    pending,
    isSilent: planned.parameters['prompt'] === 'none',
  };
}
