/** The request with a refresh token. */
import { customFetch, None, refreshTokenGrantRequest, type Client } from 'oauth4webapi';
import { send } from '#http/send.ts';
import type { Authority } from '#auth/authority.ts';

/**
 * RFC 6749 section 6.
 * @param additionalParameters beside the grant's own
 * @throws {NetworkError}
 */
export function sendRefreshToken(
  authority: Authority,
  client: Client,
  refreshToken: string,
  additionalParameters: Record<string, string>,
  signal?: AbortSignal,
): Promise<Response> {
  return refreshTokenGrantRequest(authority, client, None(), refreshToken, {
    additionalParameters,
    // Cast: see redeem-code.ts; no custom header here either.
    [customFetch]: ((url: string, init: RequestInit) =>
      send(url, init, { cause: 'renewal', stamp: 'query', signal })) as never,
  });
}
