/** The one question the rest of the product asks: "send this for me, with whatever token it takes". */
import { refusals } from '#auth/refusals/refusals.ts';
import type { TokenSource } from '#auth/tokens/refresh.ts';
import { AuthError } from './auth-error.ts';
import { sendWithToken } from './send-with-token.ts';
import type { AuthorizedAnswer, AuthorizedRequest } from './vault.ts';

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
  const answer = await sendWithToken(request, token, signal);
  if (answer.status !== 401) return answer;
  const { readClaimsChallenge, unansweredChallenge } = await refusals();
  const challenge = readClaimsChallenge(answer.headers['www-authenticate']);
  const renewed = await source
    .token(request.resource, request.scopes, token, challenge)
    .catch((error: unknown) => {
      throw challenge === undefined ? error : unansweredChallenge(error, challenge);
    });
  const second = await sendWithToken(request, renewed, signal);
  const still =
    second.status === 401 ? readClaimsChallenge(second.headers['www-authenticate']) : undefined;
  if (still === undefined) return second;
  throw new AuthError({
    kind: 'interaction-required',
    message: 'The service asks for more than a renewal gives.',
    claims: still,
    resource: request.resource.identifier,
    scopes: request.scopes,
  });
}
