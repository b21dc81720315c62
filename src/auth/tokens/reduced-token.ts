/**
 * One request with a token that has less than was agreed to, to see what an API says then. Entra makes no such tokens;
 * the simulated tenant does, when asked with a parameter that nobody else knows.
 */
import type { Cloud } from '#config/clouds.ts';
import { AuthError } from '#auth/auth-error.ts';
import { authority } from '#auth/authority.ts';
import { claimsRequest } from '#auth/claims-request.ts';
import { qualifiedScope } from '#auth/scope.ts';
import { sendWithToken } from '#auth/send-with-token.ts';
import type { AuthorizedAnswer, AuthorizedRequest } from '#auth/vault.ts';
import type { HeldTokens } from './held-tokens.ts';
import { sendRefreshToken } from './send-refresh-token.ts';

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
  const response = await sendRefreshToken(
    authority(cloud, held.claims.tid),
    { client_id: clientId },
    held.refreshToken,
    {
      scope: qualifiedScope(cloud, request.resource, '.default'),
      claims: claimsRequest(undefined),
      [onlyScopes]: scopes.join(' '),
    },
    signal,
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
  return sendWithToken(request, { accessToken: answer.access_token, scopes }, signal);
}
