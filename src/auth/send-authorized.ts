/** The one question the rest of the product asks: "send this for me, with whatever token it takes". */
import type { Cloud, Resource } from '#config/clouds.ts';
import { isKnownResource } from '#config/origins.ts';
import { readBody } from '#http/read-body.ts';
import { send } from '#http/send.ts';
import type { TokenSource } from '#auth/tokens/refresh.ts';
import type { TokenSet } from '#auth/tokens/token-set.ts';
import { AuthError } from './auth-error.ts';
import { afterStart } from './after-start.ts';
import type { AuthorizedAnswer, AuthorizedRequest } from './vault.ts';

/** A good answer does not need it. */
const challenges = afterStart(() => import('./claims-challenge.ts'));

/**
 * A 401 means that the API no longer takes the token although its time is not up: it is renewed once, with the claims
 * that the API asks for, and the call tried once more. What a renewal cannot give, the person can, on Microsoft's page.
 *
 * @throws {AuthError | NetworkError}
 */
export async function sendAuthorized(
  source: TokenSource,
  request: AuthorizedRequest,
  signal: AbortSignal | undefined,
): Promise<AuthorizedAnswer> {
  const token = await source.token(request.resource, request.scopes, undefined);
  const answer = await attempt(request, token, signal);
  if (answer.status !== 401) return answer;
  const { bothClaims, readClaimsChallenge } = await challenges();
  const challenge = readClaimsChallenge(answer.headers['www-authenticate']);
  const renewed = await source
    .token(request.resource, request.scopes, token, challenge)
    .catch((error: unknown) => {
      const named = error instanceof AuthError ? error.detail.claims : undefined;
      throw challenge === undefined
        ? error
        : unansweredChallenge(error, bothClaims(challenge, named));
    });
  const second = await attempt(request, renewed, signal);
  const still =
    second.status === 401 ? readClaimsChallenge(second.headers['www-authenticate']) : undefined;
  if (still === undefined) return second;
  throw new AuthError({
    kind: 'interaction-required',
    message: 'The service asks for another proof than a renewed sign-in gives.',
    claims: still,
    resource: request.resource.identifier,
    scopes: request.scopes,
  });
}

/** The claims go along to Microsoft's page, and those that Entra named itself. */
function unansweredChallenge(error: unknown, claims: string): unknown {
  if (!(error instanceof AuthError)) return error;
  if (error.kind !== 'sign-in-required' && error.kind !== 'interaction-required') return error;
  return new AuthError({
    ...error.detail,
    kind: 'interaction-required',
    claims,
  });
}

/**
 * A token goes to its own resource's origin and nowhere else (RFC 6750 section 5.3), whoever asks for it.
 * @throws {AuthError} `configuration`
 */
export function refuseElsewhere(
  cloud: Cloud,
  { url, resource }: AuthorizedRequest,
  ownApis: readonly Resource[],
): void {
  const { origin } = new URL(url);
  if (origin === resource.origin && isKnownResource(cloud, resource, ownApis)) return;
  throw new AuthError({
    kind: 'configuration',
    message: `${origin} is not where tokens for ${resource.title} may go.`,
  });
}

export async function attempt(
  request: AuthorizedRequest,
  token: Pick<TokenSet, 'accessToken' | 'scopes'>,
  signal: AbortSignal | undefined,
): Promise<AuthorizedAnswer> {
  signal?.throwIfAborted();
  const headers = new Headers(request.headers);
  // Only ever in this header: a URL would be logged and kept (RFC 6750 section 2.3).
  headers.set('authorization', `Bearer ${token.accessToken}`);
  const response = await send(
    request.url,
    {
      method: request.method,
      headers,
      body: request.body ?? null,
    },
    {
      cause: request.cause ?? 'screen',
      screen: request.screen,
      resource: request.resource.identifier,
      scopes: request.scopes,
      tokenScopes: token.scopes,
      stamp: 'header',
      signal,
    },
  );
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readBody(response, request.url, signal),
  };
}
