/** What the token endpoint answers to a code, and the request with a refresh token, for one resource at a time. */
import {
  clockTolerance,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  type Client,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { AuthError } from '#auth/auth-error.ts';
import { authorityOfTenant, type Authority } from '#auth/authority.ts';
import { namedTenant, proveIdToken, type ProvenIdToken } from './id-token.ts';
import { sendRefreshToken } from './send-refresh-token.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface TokenAnswer {
  readonly answer: TokenEndpointResponse;
  /** Proven; `undefined` when the answer had none. */
  readonly idToken: ProvenIdToken | undefined;
}

/** Five minutes: the most that the difference of two clocks may explain. */
const clockToleranceSeconds = 300;

function clientOf(clientId: string): Client {
  return { client_id: clientId, [clockTolerance]: clockToleranceSeconds };
}

/**
 * The answer to a code (RFC 6749 section 4.1.4). An id_token with our nonce is mandatory.
 * @throws {Error} oauth4webapi's errors, {NetworkError}, {AuthError} `id-token-refused`
 */
export async function readCodeAnswer(
  authority: Authority,
  keys: SigningKeys,
  sent: { readonly clientId: string; readonly tenant: string; readonly nonce: string },
  response: Response,
): Promise<TokenAnswer> {
  const client = clientOf(sent.clientId);
  const own = await issuerFor(authority, sent.tenant, response);
  const answer = await processAuthorizationCodeResponse(own, client, response, {
    expectedNonce: sent.nonce,
    requireIdToken: response.ok,
  });
  return { answer, idToken: await proveIdToken(own, keys, answer, response) };
}

/**
 * RFC 6749 section 6, for one resource.
 * @throws {Error} oauth4webapi's errors, {NetworkError}
 */
export async function refreshFor(
  authority: Authority,
  keys: SigningKeys,
  clientId: string,
  refreshToken: string,
  asked: { readonly scope: string; readonly claims: string },
): Promise<TokenAnswer> {
  const client = clientOf(clientId);
  // Beside the request: they are wanted as soon as it is answered.
  keys.get(authority.jwks_uri).catch(() => undefined);
  const response = await sendRefreshToken(authority, client, refreshToken, { ...asked });
  const answer = await processRefreshTokenResponse(authority, client, response);
  return { answer, idToken: await proveIdToken(authority, keys, answer, response) };
}

async function issuerFor(authority: Authority, tenant: string, response: Response) {
  const tid = response.ok ? await namedTenant(response) : undefined;
  // Nothing to go by: a refusal, or an answer whose processing will say what is wrong with it.
  if (tid === undefined) return authority;
  const own = authorityOfTenant(authority, tenant, tid);
  if (own) return own;
  throw new AuthError({
    kind: 'id-token-refused',
    message: 'The tenant may not sign in here.',
  });
}
