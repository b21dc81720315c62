/** Codes that no server sends: of a library in the page (MSAL), and of the one that checks tokens at an API (Microsoft.IdentityModel). */
import type { Row } from './refusal-meaning.ts';
import { userFlowCodes } from './user-flow-codes.ts';

const admin = 'an administrator';
const dev = 'the developer';

const askPage = 'Go on with a sign-in at Microsoft’s page (redirect or pop-up).';
const page =
  'Sign in again from a page that stays open, and let nothing rewrite its address before the library has read it.';
const sameIssuer =
  'Take the issuer from the metadata of the version that the tokens have: ver in the token says which.';
const thisApi =
  'Have the client ask for a scope of this very API, and compare aud with what the API accepts.';

export const libraryCodes: Readonly<Record<string, Row>> = {
  interaction_in_progress: [
    'request',
    dev,
    'Another sign-in of this page has begun and has not ended, or its mark was left behind in the session storage.',
    'Wait for the answer of a redirect before asking again (handleRedirectPromise); begin only one at a time. A mark that was left behind goes when the tab is closed.',
  ],
  monitor_window_timeout: [
    'network',
    dev,
    'The hidden frame that asks without a question never came back: third-party cookies are blocked, or the redirect page loads the whole app again, or refuses to be framed.',
    `Let the redirect URI be an empty page that may be framed by its own origin. Where cookies are blocked: ${askPage}`,
  ],
  timed_out: [
    'network',
    dev,
    'The window or the frame of the sign-in did not come back in time.',
    `Look whether the redirect page loads and stays on its own origin. ${askPage}`,
  ],
  endpoints_resolution_error: [
    'network',
    dev,
    'The metadata of the sign-in service could not be had: no network, a wrong authority, or connect-src of the page’s policy does not allow its host.',
    'Open the authority with /v2.0/.well-known/openid-configuration behind it; check its spelling, the network and the policy.',
  ],
  openid_config_error: [
    'network',
    dev,
    'The metadata of the sign-in service could not be had.',
    'Open the authority with /v2.0/.well-known/openid-configuration behind it; check its spelling, the network and the policy.',
  ],
  untrusted_authority: [
    'request',
    dev,
    'The library does not know the host of the authority.',
    'Name it in knownAuthorities, with no scheme: that of B2C, External ID or an own domain.',
  ],
  popup_window_error: [
    'request',
    'you',
    'The browser blocked the window, or it was not opened by a press.',
    'Allow it for this site; open it in the handler of the press, or use a redirect.',
  ],
  empty_window_error: [
    'request',
    'you',
    'The browser blocked the window.',
    'Allow it for this site; open it in the handler of the press, or use a redirect.',
  ],
  user_cancelled: [
    'consent',
    'you',
    'The window was closed before it was done.',
    'Sign in again when it is wanted.',
  ],
  no_tokens_found: [
    'session',
    'you',
    'The library holds no refresh token for this account: none was ever got here, or the cache was cleared.',
    askPage,
  ],
  no_account_error: [
    'request',
    dev,
    'The library was not told whose token is wanted.',
    'Pass the account, or set the active one after the sign-in.',
  ],
  MsalUiRequiredException: [
    'session',
    'you',
    'The library cannot get this token without a question: no account, an old session, a policy or a consent. What it names beside that says which.',
    askPage,
  ],
  no_account_in_silent_request: [
    'request',
    dev,
    'The library was not told whose token is wanted.',
    'Pass the account, or set the active one after the sign-in.',
  ],
  refresh_token_expired: [
    'session',
    'you',
    'The refresh token is older than allowed: 24 hours in a page.',
    askPage,
  ],
  uninitialized_public_client_application: [
    'request',
    dev,
    'The library was used before it was ready.',
    'Await its initialize() once, before anything else.',
  ],
  state_mismatch: [
    'request',
    dev,
    'The answer belongs to another question than the one this page asked.',
    page,
  ],
  state_not_found: ['request', dev, 'The answer came without a state.', page],
  no_state_in_hash: ['request', dev, 'The answer came without a state.', page],
  nonce_mismatch: [
    'request',
    dev,
    'The id token was made for another question than the one this page asked.',
    'Sign in again; never use an id token twice.',
  ],
  hash_empty_error: [
    'request',
    dev,
    'The page that came back had no answer in its address: a router took it away, or the redirect page is another one.',
    page,
  ],
  hash_does_not_contain_known_properties: [
    'request',
    dev,
    'What stands in the address is no answer of the sign-in service: a router that uses the fragment, most often.',
    page,
  ],
  block_nested_popups: [
    'request',
    dev,
    'The redirect page, open in the window of the sign-in, begins a sign-in of its own.',
    'Let the redirect URI be an empty page, and begin no sign-in where window.opener is set.',
  ],
  block_iframe_reload: [
    'request',
    dev,
    'The redirect page, loaded in the hidden frame, begins a sign-in of its own.',
    'Let the redirect URI be an empty page.',
  ],
  redirect_in_iframe: [
    'request',
    dev,
    'Microsoft’s page cannot be shown in a frame.',
    'Sign in from the top window, or with a pop-up.',
  ],
  crypto_nonexistent: [
    'request',
    dev,
    'The browser gives cryptography only to pages that came over https or from localhost.',
    'Serve the page over https.',
  ],
  post_request_failed: [
    'network',
    'you',
    'The token endpoint could not be reached, or its answer may not be read by this page.',
    'Check the network and blockers. When it always fails, the redirect URI is not of the type Single-page application.',
  ],
  get_request_failed: [
    'network',
    'you',
    'The metadata could not be fetched.',
    'Check the network, blockers and the policy of the page.',
  ],
  no_network_connectivity: ['network', 'you', 'The device is offline.', 'Connect, then try again.'],
  native_account_unavailable: [
    'account',
    'you',
    'The broker of the device does not know the account.',
    askPage,
  ],

  IDX10205: [
    'request',
    dev,
    'The API expects another issuer: v1.0 tokens have sts.windows.net, v2.0 tokens the authority with /v2.0.',
    sameIssuer,
  ],
  IDX40001: [
    'request',
    dev,
    'The API accepts several tenants, and the issuer is of none of them.',
    sameIssuer,
  ],
  IDX10204: ['request', dev, 'The API was not told which issuer is right.', sameIssuer],
  IDX10214: [
    'request',
    dev,
    'The token is for another API: aud is not what this one accepts.',
    thisApi,
  ],
  IDX10206: ['request', dev, 'The token names no audience.', thisApi],
  IDX10208: ['request', dev, 'The API was not told which audience is right.', thisApi],
  IDX10222: [
    'clock',
    admin,
    'The token is not valid yet: the clock of the API is behind.',
    'Set the server’s clock by a time service; allow five minutes of difference, no more.',
  ],
  IDX10223: [
    'session',
    dev,
    'The token has expired.',
    'Renew it once and try once more; when it is fresh, set the clock of the server.',
  ],
  IDX10225: ['request', dev, 'The token has no time of expiry.', 'Take only tokens that have one.'],
  IDX10500: [
    'network',
    dev,
    'The API has no key to check a signature with: its metadata could not be had.',
    'Let the server reach the metadata, and name the right authority.',
  ],
  IDX10501: [
    'request',
    dev,
    'The API has no key of that kid: it looks at another tenant’s or version’s keys, its keys are old, or the token is not for it. A token for Graph is none that others can verify.',
    `Look at iss, ver and aud of the token. ${thisApi}`,
  ],
  IDX10503: [
    'request',
    dev,
    'No key that the API has fits the signature.',
    `Look at iss, ver and aud of the token. ${thisApi}`,
  ],
  IDX10511: [
    'request',
    dev,
    'A key of that kid does not fit the signature: the token was changed, or it is one for Graph, which others cannot verify.',
    thisApi,
  ],
  IDX10517: ['request', dev, 'The token has no kid and no key fits.', thisApi],
  IDX12729: [
    'request',
    dev,
    'What was sent is no JWT, or a part of it is no base64url.',
    'Send the access token whole, with “Bearer ” before it once.',
  ],
  IDX12741: [
    'request',
    dev,
    'What was sent is no JWT: it has not three parts. Tokens of personal accounts are opaque.',
    'Send the access token of this API, whole.',
  ],
  IDX14100: [
    'request',
    dev,
    'What was sent is no JWT: it has no dots. Tokens of personal accounts are opaque.',
    'Send the access token of this API, whole.',
  ],
  IDX20803: [
    'network',
    admin,
    'The API cannot fetch the metadata of the sign-in service: proxy, firewall, TLS, or a wrong authority.',
    'Open that address from the server itself; let the proxy through, and check the authority.',
  ],
  IDX20804: [
    'network',
    admin,
    'The API cannot fetch the metadata of the sign-in service.',
    'Open that address from the server itself; let the proxy through.',
  ],

  ...userFlowCodes,
};
