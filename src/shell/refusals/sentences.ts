/**
 * Refusals that have no code: lines of a browser’s console, of an API’s gate, of Microsoft’s page, known by a few of their
 * words; and sentences that say more than the code they come with.
 */
import type { Row } from './refusal-meaning.ts';
import { serviceSentences } from './service-sentences.ts';

const admin = 'an administrator';
const dev = 'the developer';
const ms = 'Microsoft';

const reach = 'Check the connection, the address, blockers and the proxy, then try again.';
const renew = 'Renew the token once and try once more.';
const ownAudience = 'Get a token for this very API; one token is never for two of them.';

type Sentence = readonly [name: string, says: RegExp, row: Row];

/** The more exact before the more general: the first that fits is told first. */
export const sentences: readonly Sentence[] = [
  [
    'CORS at the token endpoint',
    /(?:\/oauth2\/(?:v2\.0\/)?token\b[^]*blocked by CORS)|(?:blocked by CORS[^]*\/oauth2\/(?:v2\.0\/)?token\b)/i,
    [
      'registration',
      'the app’s owner',
      'The token endpoint lets a page read its answer only where the redirect URI is of the type Single-page application; anything else looks like a missing header.',
      'Move the redirect URI to the platform Single-page application, in the Entra admin center, under App registrations, the app, Authentication. Send no header of your own along.',
    ],
  ],
  [
    'CORS at the sign-in page',
    /\/oauth2\/(?:v2\.0\/)?(?:authorize|logout)\b[^]{0,600}blocked by CORS|Object moved to [^]*login\.microsoftonline/i,
    [
      'request',
      dev,
      'A page of Microsoft’s was fetched by script. It is made to be visited: the browser has to go there itself, and a fetch that was led there had no token.',
      'Navigate to the address instead of fetching it; when an API led there, send it an access token.',
    ],
  ],
  [
    'blocked by CORS policy',
    /blocked by CORS|CORS (?:request|header)|Cross-Origin Request Blocked|not allowed by Access-Control-Allow/i,
    [
      'network',
      dev,
      'The browser may not show the answer to the page: the API sends no Access-Control-Allow-Origin here. Often that hides a plain refusal (401, 403, 404, 429) or a header that its preflight does not allow.',
      'Ask the same with curl to see the true answer; check the address; send only Authorization and the headers that the API names. An API without CORS is asked by a server.',
    ],
  ],
  [
    'Content Security Policy',
    /violates the following Content Security Policy/i,
    [
      'request',
      dev,
      'The page’s own policy forbids it; nothing was sent.',
      'Name the host in that directive: connect-src for calls, form-action and frame-src for pages.',
    ],
  ],
  [
    'may not be framed',
    /Refused to display [^]*in a frame|X-Frame-Options|frame-ancestors/i,
    [
      'request',
      dev,
      'Microsoft’s page does not let itself be shown in a frame; without a question (prompt=none) it answers with a redirect instead.',
      'Sign in from the top window or a pop-up.',
    ],
  ],
  [
    'no such host',
    /ERR_NAME_NOT_RESOLVED|\bENOTFOUND\b|\bEAI_AGAIN\b|getaddrinfo/,
    [
      'network',
      'you',
      'The name of the host is not known: offline, a typing error, or a filter.',
      reach,
    ],
  ],
  [
    'certificate not trusted',
    /ERR_CERT_|self[- ]signed certificate|unable to (?:get|verify) (?:local )?(?:issuer|the first) certificate/i,
    [
      'network',
      admin,
      'Somebody between you and the service shows a certificate that is not trusted: a proxy that looks into the traffic, most often, or the clock is wrong.',
      'Have the proxy’s root installed where the call is made; never switch the check off. Check the clock.',
    ],
  ],
  [
    'no connection',
    /Failed to fetch|NetworkError when attempting|AxiosError: Network Error|^Error: Network Error|Load failed|ERR_(?:FAILED|INTERNET|CONNECTION|NETWORK|TIMED_OUT|PROXY)\w*|ECONN(?:RESET|REFUSED|ABORTED)|ETIMEDOUT|socket hang up/i,
    [
      'network',
      'you',
      'No answer came, or none that the page may read: offline, a blocker, a proxy, or CORS (the console says so then).',
      reach,
    ],
  ],
  [
    'blocked by a blocker',
    /ERR_BLOCKED_BY_(?:CLIENT|RESPONSE|ADMINISTRATOR)/i,
    [
      'network',
      'you',
      'An extension or a policy of the browser stopped the request; nothing was sent.',
      'Allow it for this site.',
    ],
  ],
  [
    'continuous access evaluation',
    /Continuous access evaluation resulted in challenge|TokenIssuedBeforeRevocationTimestamp|LocationConditionEvaluationSatisfied|TokenCreatedWithOutdatedPolicies/i,
    [
      'policy',
      'you',
      'The API saw that something changed since the token was issued (a password, a revocation, the place), and wants a newer one that knows it.',
      'Take the claims of WWW-Authenticate, renew once with them, then go to Microsoft’s page with them.',
    ],
  ],
  [
    'the audience is another one',
    /Invalid audience|audience[^.\n]{0,80}\bis invalid|AudienceUriValidationFailed|jwt audience invalid/i,
    ['request', dev, 'The token was made for another API: aud is not this one.', ownAudience],
  ],
  [
    'the issuer is another one',
    /The issuer '[^']*' is invalid|jwt issuer invalid|IssuerValidationFailed/i,
    [
      'request',
      dev,
      'The API expects tokens of another tenant or version (v1.0 or v2.0).',
      'Compare iss and ver with what the API is set up for.',
    ],
  ],
  [
    'the token has expired',
    /token (?:has|is) expired|Access token has expired|jwt expired|Lifetime validation failed(?![^]*not yet valid)|exp(?:iration)?['"\s]+claim[^.]{0,40}(?:fail|past)/i,
    [
      'session',
      dev,
      'The token is past its time, or the clock of one side is wrong.',
      `${renew} A token that is fresh and called expired means a wrong clock.`,
    ],
  ],
  [
    'the token is not valid yet',
    /not (?:yet )?valid(?: yet)?[^.]{0,20}nbf|jwt not active|not yet valid/i,
    [
      'clock',
      admin,
      'By the clock of who checks it the token begins in the future.',
      'Set the clock; allow five minutes of difference, no more.',
    ],
  ],
  [
    'no JWT',
    /jwt malformed|JWT is not well formed|not a valid JWT|token is malformed|CompactToken parsing failed/i,
    [
      'request',
      dev,
      'What was sent is no JWT: cut, twice “Bearer”, or the opaque token of a personal account.',
      'Send the access token whole, with “Bearer ” before it once.',
    ],
  ],
  [
    'the signature does not fit',
    /invalid signature|signature (?:is )?invalid|Signature validation failed|signature key was not found|unable to find a signing key/i,
    [
      'request',
      dev,
      'The signature does not fit the keys of who checked it: another tenant’s or version’s keys, old keys, a changed token, or one for Graph, which others cannot verify.',
      'Look at iss, ver and aud; take the keys from that issuer’s metadata, by kid, and fetch them anew when the kid is unknown.',
    ],
  ],
  [
    'need admin approval',
    /needs? admin(?:istrator)?(?:’s|'s)? approval|permission to access resources in your organi[sz]ation that only an admin can grant/i,
    [
      'consent',
      admin,
      'The organisation leaves this consent to administrators.',
      'Ask one to agree for everybody (the link is in the planner), or ask for less.',
    ],
  ],
  [
    'the account is not in the tenant',
    /account does not exist in (?:the )?tenant|user account .{1,200} does not exist in tenant/i,
    [
      'account',
      admin,
      'The account is of another organisation and no guest in this one.',
      'Choose another account, have this one invited, or sign in at the tenant of its own.',
    ],
  ],
  [
    'no licence for SharePoint',
    /Tenant does not have a SPO licen[sc]e/i,
    [
      'licence',
      admin,
      'The organisation has no SharePoint, so no OneDrive and no sites either.',
      'Assign a licence that has it, or use another organisation.',
    ],
  ],
  [
    'scopes are missing',
    /Missing scope permissions on the request|API requires one of '|does not have (?:the )?required (?:scopes?|permissions?)|Insufficient scope/i,
    [
      'consent',
      dev,
      'The token lacks every scope that would open this; the message names them.',
      'Ask for the least of those that the message names.',
    ],
  ],
  [
    'unauthorised access at SharePoint',
    /<(?:\w+:)?code>\s*-2147024891/,
    [
      'consent',
      dev,
      'SharePoint refuses: the token is for another resource, lacks the scope, or the person may not see it.',
      'Use the token of this very host, with its own scope; then have the person given access to the site.',
    ],
  ],
  [
    'denied for this request',
    /Authorization has been denied for this request/i,
    [
      'session',
      dev,
      'The gate of the API took no token: none was sent, or it is for another audience.',
      ownAudience,
    ],
  ],
  [
    'service unavailable',
    /<(?:h1|title)>\s*(?:502|503|504)\b|Bad Gateway|Gateway Time-?out/i,
    [
      'service',
      ms,
      'A server on the way answered in the service’s place: it is down, busy, or a proxy could not reach it.',
      'Try again with growing pauses.',
    ],
  ],
  ...serviceSentences,
];

/** Those of the table whose words were said, or that are called by their name. */
export function sentencesIn(text: string): readonly (readonly [name: string, row: Row])[] {
  return sentences
    .filter(([name, says]) => name === text || says.test(text))
    .map(([name, , row]) => [name, row]);
}
