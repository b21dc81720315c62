/** Microsoft's side of signing out; what is forgotten here has been forgotten before. */
import type { Cloud } from '#config/clouds.ts';
import { signedOutState } from '#config/paths.ts';
import { authority } from '#auth/authority.ts';
import type { SignInHint } from '#auth/session.ts';

/**
 * `post_logout_redirect_uri` is the redirect URI, because Entra returns only to registered ones. No `id_token_hint`:
 * it makes the URL too long for people with many groups, and an id_token has no business in a URL.
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
export function signOutUrl(
  cloud: Cloud,
  tenant: string,
  redirectUri: string,
  hint: SignInHint | undefined,
): string {
  const url = new URL(authority(cloud, tenant).end_session_endpoint);
  url.searchParams.set('post_logout_redirect_uri', redirectUri);
  url.searchParams.set('state', signedOutState);
  // The claim's value only: an address would not spare the question which account to sign out.
  if (hint && !hint.loginHint.includes('@')) url.searchParams.set('logout_hint', hint.loginHint);
  return url.href;
}
