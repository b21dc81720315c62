/** The authorization URL for a purpose, and the record that its answer will be held against. */
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import type { Cloud, Resource } from '#config/clouds.ts';
import { signInScopes } from '#config/scopes.ts';
import type { Settings } from '#config/settings.ts';
import { authority } from './authority.ts';
import { claimsRequest } from './claims-request.ts';
import type { PendingSignIn } from './pending-sign-in.ts';
import { isOidcScope, qualifiedScope } from './scope.ts';
import type { SignInPurpose } from './vault.ts';

export interface SignInRequest {
  readonly url: string;
  readonly pending: PendingSignIn;
}

/**
 * Authorization code with PKCE S256, state and nonce, each of 32 random bytes; the answer comes in the fragment, which
 * no server sees.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function signInRequest(
  cloud: Cloud,
  settings: Settings,
  redirectUri: string,
  purpose: SignInPurpose,
  options: {
    readonly returnTo: string;
    readonly loginHint: string | undefined;
    readonly now: number;
  },
): Promise<SignInRequest> {
  const { resource, scopes } = wanted(cloud, purpose);
  const list = (of: Resource, names: readonly string[]) =>
    names.map((name) => qualifiedScope(cloud, of, name));
  // The page may be asked for several resources at once, the redemption for one only. `.default` stands alone: Entra
  // refuses it beside any scope that is named (AADSTS70011).
  const atSignIn = scopes.includes('.default') ? [] : list(cloud.graph, signInScopes);
  const asked = new Set([...atSignIn, ...list(resource, scopes)]);
  const pending: PendingSignIn = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    codeVerifier: generateRandomCodeVerifier(),
    cloud: cloud.name,
    clientId: settings.clientId,
    tenant: settings.tenant,
    redirectUri,
    resource,
    scope: list(resource, scopes).join(' '),
    claims: claimsRequest(purpose.kind === 'step-up' ? purpose.claims : undefined),
    purpose: purpose.kind,
    returnTo: options.returnTo,
    createdAt: options.now,
  };
  const url = new URL(authority(cloud, settings.tenant).authorization_endpoint);
  const parameters = {
    client_id: settings.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: redirectUri,
    scope: [...asked].join(' '),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    claims: pending.claims,
    ...promptFor(purpose, options.loginHint),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, pending };
}

/** What the code will be redeemed for: one resource, with the scopes of the sign-in where that is Graph. */
function wanted(cloud: Cloud, purpose: SignInPurpose): { resource: Resource; scopes: string[] } {
  if (purpose.kind !== 'grant') return { resource: cloud.graph, scopes: [...signInScopes] };
  const isGraph = purpose.resource.identifier === cloud.graph.identifier;
  const base = isGraph ? signInScopes : signInScopes.filter(isOidcScope);
  return { resource: purpose.resource, scopes: [...new Set([...base, ...purpose.scopes])] };
}

/** `select_account` together with a hint is refused by Entra (AADSTS90005), so the two never meet. */
function promptFor(
  purpose: SignInPurpose,
  loginHint: string | undefined,
): { prompt?: string; login_hint?: string } {
  if (purpose.kind === 'switch-account') return { prompt: 'select_account' };
  return {
    ...(purpose.kind === 'restore' ? { prompt: 'none' } : {}),
    ...(loginHint && purpose.kind !== 'sign-in' ? { login_hint: loginHint } : {}),
  };
}
