/** What the parameters and headers of a sign-in and of an API call mean, one sentence each, with where it is specified. */

export interface Explanation {
  readonly meaning: string;
  readonly source: string;
}

const oauth = 'RFC 6749';
const oidc = 'OpenID Connect Core 1.0';
const entra = 'Microsoft identity platform, v2.0';
const http = 'RFC 9110';

const parameters: Record<string, readonly [string, string]> = {
  client_id: ['Which app asks. Public: it identifies and proves nothing.', `${oauth} 2.2`],
  response_type: [
    'What is wanted back: a code, which is worth nothing without the verifier.',
    `${oauth} 3.1.1`,
  ],
  response_mode: [
    'Where the answer stands. A fragment never reaches a server’s log or a Referer.',
    entra,
  ],
  redirect_uri: [
    'Where the browser is sent back to; has to be registered, letter for letter.',
    `${oauth} 3.1.2`,
  ],
  scope: [
    'The permissions asked for; named with their API unless they are Graph’s.',
    `${oauth} 3.3`,
  ],
  state: [
    'Random, comes back unchanged: ties the answer to the question of this tab.',
    `${oauth} 10.12`,
  ],
  nonce: [
    'Random, comes back inside the id_token: an old token cannot be passed off as a new one.',
    `${oidc} 3.1.2.1`,
  ],
  code_challenge: [
    'SHA-256 of the verifier, which stays here until the code is redeemed.',
    'RFC 7636 4.2',
  ],
  code_challenge_method: ['How the challenge was made from the verifier.', 'RFC 7636 4.3'],
  code: [
    'Good for one token request, within minutes, together with the verifier.',
    `${oauth} 4.1.2`,
  ],
  code_verifier: ['The random text whose hash was announced as code_challenge.', 'RFC 7636 4.1'],
  prompt: [
    'none: without a question, or not at all. select_account: the choice of account. consent: the permissions again.',
    `${oidc} 3.1.2.1`,
  ],
  login_hint: ['Which account is meant, so that it need not be typed.', `${oidc} 3.1.2.1`],
  domain_hint: ['Which organisation’s sign-in page to go to at once.', entra],
  claims: [
    'Wishes for the tokens: cp1 says that this client answers claims challenges; an API’s challenge goes here too.',
    `${oidc} 5.5`,
  ],
  resource: [
    'The API a token is for, on the first version; v2.0 names it in scope.',
    'Azure AD, v1.0',
  ],
  client_secret: ['A password of the app. Only a server can keep one.', `${oauth} 2.3.1`],
  client_assertion: ['Proves which app asks: signed with its certificate’s key.', 'RFC 7523 2.2'],
  client_assertion_type: ['What kind of proof client_assertion is.', 'RFC 7521 4.2'],
  sid: ['Which sign-in at Microsoft is meant.', entra],
  id_token_hint: [
    'An old id_token, to say who is meant. Makes addresses too long.',
    `${oidc} 3.1.2.1`,
  ],
  session_state: [
    'Names the session at Microsoft; changes when another account signs in.',
    'OpenID Connect Session Management 3',
  ],
  error_subcode: ['cancel: the person pressed Cancel.', entra],
  'client-request-id': [
    'Names this request in Microsoft’s logs; comes back as correlation id.',
    entra,
  ],
  client_info: ['Ids of the account in its home tenant.', entra],
  grant_type: [
    'authorization_code redeems a code, refresh_token renews without the person.',
    `${oauth} 4.1.3`,
  ],
  refresh_token: [
    'Gets new access tokens, also for other APIs, until the session ends.',
    `${oauth} 6`,
  ],
  access_token: [
    'What the API is shown. Kept in a worker, out of reach of the page.',
    `${oauth} 1.4`,
  ],
  id_token: [
    'Says who signed in; checked for signature, issuer, audience, time and nonce.',
    `${oidc} 2`,
  ],
  token_type: ['How the token is sent: Bearer means that whoever has it may use it.', 'RFC 6750'],
  expires_in: ['Seconds that the access token lasts.', `${oauth} 5.1`],
  ext_expires_in: ['Seconds that it would last longer while Entra is out of order.', entra],
  refresh_in: ['Seconds after which Entra would like it to be renewed.', entra],
  refresh_token_expires_in: [
    'Seconds until the session’s end; renewals do not move it for browsers.',
    entra,
  ],
  error: ['Why not: the only part of a refusal that a program may act on.', `${oauth} 5.2`],
  error_description: ['The same for people, with the AADSTS number.', `${oauth} 5.2`],
  error_codes: ['AADSTS numbers: for people and for support, not for programs.', entra],
  error_uri: ['A page of Microsoft’s about this error.', `${oauth} 5.2`],
  suberror: ['A finer reason, where there is one.', entra],
  timestamp: ['When it was refused, by Entra’s clock.', entra],
  trace_id: ['Finds this one answer in Entra’s logs.', entra],
  correlation_id: ['Finds everything that belongs to this request in Entra’s logs.', entra],
  iss: ['Which server answered.', 'RFC 9207'],
  tenant: ['The organisation that answered.', entra],
  admin_consent: ['Whether an administrator agreed for everybody.', entra],
  post_logout_redirect_uri: [
    'Where the sign-out page returns to.',
    'OpenID Connect RP-Initiated Logout 2',
  ],
  logout_hint: ['Which account to sign out.', 'OpenID Connect RP-Initiated Logout 2'],
};

const headers: Record<string, readonly [string, string]> = {
  accept: ['What kinds of answer are understood.', `${http} 12.5.1`],
  authorization: ['Carries the access token. Never recorded.', 'RFC 6750 2.1'],
  'content-type': ['What kind of thing the body is.', `${http} 8.3`],
  'content-length': ['Bytes of the body.', `${http} 8.6`],
  'client-request-id': [
    'Our name for this request: tell it to support.',
    'Microsoft Graph, best practices',
  ],
  'request-id': [
    'Microsoft’s name for this request: tell it to support.',
    'Microsoft Graph, best practices',
  ],
  'x-ms-request-id': ['Entra’s trace id.', entra],
  'www-authenticate': [
    'Why the token was turned away, and which claims a new one needs.',
    'RFC 6750 3',
  ],
  'retry-after': ['Seconds to wait before the next try.', `${http} 10.2.3`],
  prefer: ['Wishes that a server may ignore: page size, body as text, time zone.', 'RFC 7240'],
  'preference-applied': ['Which wishes were granted.', 'RFC 7240 3'],
  consistencylevel: [
    'eventual: allows $search and $count on the directory.',
    'Microsoft Graph, advanced queries',
  ],
  etag: ['Names this state of the thing, for If-Match.', `${http} 8.8.3`],
  'if-match': ['Only if nobody changed it meanwhile.', `${http} 13.1.1`],
  'if-none-match': ['Only if it is another than the one known.', `${http} 13.1.2`],
  location: ['Where the new thing is.', `${http} 10.2.2`],
  'cache-control': ['Who may keep the answer, and for how long.', 'RFC 9111'],
  'x-anchormailbox': ['Leads the request to the right mail server.', 'Exchange'],
};

export function explainParameter(name: string): Explanation | undefined {
  return explanationOf(parameters, name);
}

export function explainHeader(name: string): Explanation | undefined {
  return explanationOf(headers, name);
}

function explanationOf(
  from: Record<string, readonly [string, string]>,
  name: string,
): Explanation | undefined {
  const known = name.toLowerCase();
  const found = Object.hasOwn(from, known) ? from[known] : undefined;
  return found && { meaning: found[0], source: found[1] };
}
