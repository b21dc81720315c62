/**
 * One request with a token that has less than was agreed to, to see what an API says then. Entra makes no such tokens;
 * the simulated tenant does, when asked with a parameter that nobody else knows.
 */
import { customFetch, None, refreshTokenGrantRequest } from 'oauth4webapi';
import type { Cloud } from '#config/clouds.ts';
import { send } from '#http/send.ts';
import { AuthError } from '#auth/auth-error.ts';
import { authority } from '#auth/authority.ts';
import { claimsRequest } from '#auth/claims-request.ts';
import { qualifiedScope } from '#auth/scope.ts';
import { attempt } from '#auth/send-authorized.ts';
import type { AuthorizedAnswer, AuthorizedRequest } from '#auth/vault.ts';
import type { HeldTokens } from './held-tokens.ts';

/** Parameter of the simulated token endpoint: the only scopes the token shall have, short names. */
const onlyScopes = 'simulated_only_scopes';

/**
 * The token is used for this one request and then gone; the refresh token that came with it is not taken over either.
 * @throws {AuthError} `configuration` in a world that is not simulated, `sign-in-required`, `unavailable`
 * @throws {NetworkError}
 */
export async function sendWithOnly(
  cloud: Cloud,
  clientId: string,
  held: HeldTokens | undefined,
  { request, scopes }: { request: AuthorizedRequest; scopes: readonly string[] },
  signal: AbortSignal,
): Promise<AuthorizedAnswer> {
  if (cloud.name !== 'simulated') {
    throw new AuthError({
      kind: 'configuration',
      message:
        'Microsoft puts everything that was agreed to into every token; only the simulated tenant makes a smaller one.',
    });
  }
  if (held?.refreshToken === undefined) {
    throw new AuthError({ kind: 'sign-in-required', message: 'The sign-in has ended.' });
  }
  const response = await refreshTokenGrantRequest(
    authority(cloud, held.claims.tid),
    { client_id: clientId },
    None(),
    held.refreshToken,
    {
      additionalParameters: {
        scope: qualifiedScope(cloud, request.resource, '.default'),
        claims: claimsRequest(undefined),
        [onlyScopes]: scopes.join(' '),
      },
      // Cast: see redeem-code.ts.
      [customFetch]: ((url: string, init: RequestInit) =>
        send(url, init, { cause: 'renewal', stamp: 'query', signal })) as never,
    },
  );
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined) {
    throw new AuthError({
      kind: 'unavailable',
      message: answer.error_description ?? 'The simulated tenant gave no token.',
      resource: request.resource.identifier,
      scopes,
    });
  }
  return attempt(request, { accessToken: answer.access_token, scopes }, signal);
}
