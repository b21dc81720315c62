/** A call to an API with the token that goes with it, and to nobody else. */
import type { Cloud, Resource } from '#config/clouds.ts';
import { isKnownResource } from '#config/origins.ts';
import { readBody } from '#http/read-body.ts';
import { send } from '#http/send.ts';
import type { TokenSet } from '#auth/tokens/token-set.ts';
import { AuthError } from './auth-error.ts';
import type { AuthorizedAnswer, AuthorizedRequest } from './vault.ts';

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

export async function sendWithToken(
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
