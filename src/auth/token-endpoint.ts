/** The two requests the token endpoint gets from us: a code once, a refresh token for one resource at a time. */
import {
  authorizationCodeGrantRequest,
  clockTolerance,
  customFetch,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type Client,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import type { Cause } from '#http/exchange-log.ts';
import { send } from '#http/send.ts';
import { AuthError } from './auth-error.ts';
import { authorityOfTenant, type Authority } from './authority.ts';
import { namedTenant, proveIdToken, type ProvenClaims } from './id-token.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface TokenAnswer {
  readonly answer: TokenEndpointResponse;
  /** Of the id_token, proven; `undefined` when the answer had none. */
  readonly claims: ProvenClaims | undefined;
}

/** Five minutes: the most that the difference of two clocks may explain. */
const clockToleranceSeconds = 300;

function clientOf(clientId: string): Client {
  return { client_id: clientId, [clockTolerance]: clockToleranceSeconds };
}

/** No custom header: the POST stays a simple request, which costs no preflight. */
function through(cause: Cause) {
  return (url: string, init: RequestInit) => send(url, init, { cause, stamp: 'query' });
}

/**
 * RFC 6749 section 4.1.3 with RFC 7636 section 4.5. An id_token with our nonce is mandatory.
 * @throws {Error} oauth4webapi's errors, {NetworkError}, {AuthError} `id-token-refused`
 */
export async function redeemCode(
  authority: Authority,
  keys: SigningKeys,
  sent: {
    readonly clientId: string;
    readonly tenant: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
    readonly nonce: string;
    readonly scope: string;
  },
  parameters: URLSearchParams,
): Promise<TokenAnswer> {
  const client = clientOf(sent.clientId);
  const response = await authorizationCodeGrantRequest(
    authority,
    client,
    None(),
    parameters,
    sent.redirectUri,
    sent.codeVerifier,
    {
      additionalParameters: { scope: sent.scope },
      // Cast: the library types the init of its own fetch more narrowly than the platform does.
      [customFetch]: through('sign-in') as never,
    },
  );
  const own = await issuerFor(authority, sent.tenant, response);
  const answer = await processAuthorizationCodeResponse(own, client, response, {
    expectedNonce: sent.nonce,
    requireIdToken: response.ok,
  });
  return { answer, claims: await proveIdToken(own, keys, answer, response) };
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
  scope: string,
): Promise<TokenAnswer> {
  const client = clientOf(clientId);
  const response = await refreshTokenGrantRequest(authority, client, None(), refreshToken, {
    additionalParameters: { scope },
    [customFetch]: through('renewal') as never,
  });
  const answer = await processRefreshTokenResponse(authority, client, response);
  return { answer, claims: await proveIdToken(authority, keys, answer, response) };
}

async function issuerFor(authority: Authority, tenant: string, response: Response) {
  const tid = response.ok ? await namedTenant(response) : undefined;
  // Nothing to go by: a refusal, or an answer whose processing will say what is wrong with it.
  if (tid === undefined) return authority;
  const own = authorityOfTenant(authority, tenant, tid);
  if (own) return own;
  throw new AuthError({
    kind: 'id-token-refused',
    message: 'The id_token names no tenant that may sign in here.',
  });
}
