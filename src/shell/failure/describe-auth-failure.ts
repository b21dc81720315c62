import type { AuthErrorDetail } from '#auth/auth-error.ts';
import { isOidcScope } from '#auth/scope.ts';
import type { Cloud } from '#config/clouds.ts';
import { resourceInWords } from '#config/resource-title.ts';
import { describeClockFailure } from './describe-clock-failure.ts';
import { grantName, knownFacts, offline, onlineInWords, type Failure } from './failure.ts';

export function describeAuthFailure(detail: AuthErrorDetail, cloud: Cloud): Failure {
  return { ...words(detail, cloud), facts: factsOf(detail) };
}

function words(detail: AuthErrorDetail, cloud: Cloud): Omit<Failure, 'facts'> {
  switch (detail.kind) {
    case 'sign-in-required':
      return {
        title: 'This session has ended',
        whose: 'you',
        explanation:
          'It ended here or at Microsoft. Signing in again brings you back to this place.',
        next: { kind: 'sign-in' },
      };
    case 'consent-required':
      return consent(detail, cloud);
    case 'interaction-required':
      if (detail.suberror === 'message_only') return forbidden(detail);
      return {
        title: 'Microsoft wants to see you',
        whose: 'you',
        explanation:
          'Your sign-in was called back, or a policy of your organisation asks for another proof, such as a code from your phone. Microsoft does that on its own page, and you come back to this place.',
        next: { kind: 'step-up', claims: detail.claims },
      };
    case 'declined':
      return {
        title: 'The sign-in was cancelled',
        whose: 'you',
        explanation:
          'You, or a policy of your organisation, said no on Microsoft’s page. Nothing was shared with this app.',
        next: { kind: 'sign-in' },
      };
    case 'no-microsoft-session':
      return {
        title: 'Microsoft does not know you in this browser any more',
        whose: 'you',
        explanation: 'Coming back without a question was not possible. Sign in once more.',
        next: { kind: 'sign-in' },
      };
    case 'unknown-sign-in':
      return {
        title: 'This answer belongs to no sign-in begun here',
        whose: 'this app',
        explanation:
          'It was used before, it comes from another tab, or somebody else made the link. It was not used. Start a new sign-in.',
        next: { kind: 'sign-in' },
      };
    case 'sign-in-expired':
      return {
        // Entra refuses a code for other reasons as well; only the ten minutes of one's own are known to be over.
        title: detail.error ? 'Microsoft did not accept the answer' : 'The sign-in took too long',
        whose: 'you',
        explanation: 'An answer of Microsoft is good for ten minutes, and only once. Start again.',
        next: { kind: 'sign-in' },
      };
    case 'answer-refused':
      return {
        title: 'The answer did not fit the question',
        whose: 'this app',
        explanation:
          'It is damaged, it lacks something that it must have, or it comes from another place than the one that was asked. It was not used.',
        next: { kind: 'sign-in' },
      };
    case 'id-token-refused':
      return {
        title: 'The proof of who you are did not hold',
        whose: 'this app',
        explanation:
          'Its signature, its issuer or its addressee is not what it must be. Nobody was signed in. If it happens again, tell your administrator.',
        next: { kind: 'sign-in' },
      };
    case 'clock-wrong':
      return describeClockFailure(detail);
    case 'configuration':
      if (isNotSubscribed(detail)) return notSubscribed(detail, cloud);
      if (detail.error !== undefined && !ofTheSetUp.has(detail.error)) return unheardOf;
      return {
        title: 'Microsoft does not accept this app as it is set up',
        whose: 'your administrator',
        explanation:
          'The client id, the tenant, the redirect URI or its platform type is not what is registered. Trying again does not help; the set-up does.',
        next: { kind: 'set-up' },
      };
    case 'vault-lost':
      return {
        title: 'The part that held your tokens stopped',
        whose: 'this app',
        explanation:
          'The browser ended it, or it failed. The tokens went with it; nothing else did. Microsoft still knows you, so coming back takes one press.',
        next: { kind: 'restore' },
      };
    case 'network':
      if (detail.online === false) return offline;
      return {
        title: 'No connection to Microsoft',
        whose: 'the network',
        explanation:
          'No answer came. Check the connection; a blocker or a proxy may be in the way. If only signing in fails, the redirect URI may not be of the type Single-page application.',
        next: { kind: 'retry' },
      };
    case 'unavailable':
      return {
        // Only a sign-in has a place to return to; in a session it is a new token that is not to be had.
        title:
          detail.returnTo === undefined
            ? 'Microsoft gives no new token now'
            : 'Microsoft cannot sign anybody in now',
        whose: 'Microsoft',
        explanation:
          detail.status === 429
            ? 'Too many requests came at once, and Microsoft asks to wait. It answers again after a short wait.'
            : 'The sign-in service reports trouble of its own. Try again in a moment.',
        next:
          detail.retryAfter === undefined
            ? { kind: 'retry' }
            : { kind: 'wait', seconds: Math.max(1, Math.ceil(detail.retryAfter)) },
      };
  }
}

/** RFC 6749 sections 4.1.2.1 and 5.2, and Entra's own; what other refusals are called is told apart before. */
const ofTheSetUp: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
]);

const unheardOf: Omit<Failure, 'facts'> = {
  title: 'Microsoft said no, for a reason that is not known here',
  whose: 'Microsoft',
  explanation:
    'The details have the name that it gives. It may be new; whoever looks after sign-ins in your organisation finds this one by its ids.',
  next: { kind: 'sign-in' },
};

/** Microsoft's page has nothing to ask: it can only say the same again. */
function forbidden({ claims }: AuthErrorDetail): Omit<Failure, 'facts'> {
  return {
    title: 'A policy of your organisation does not allow this',
    whose: 'your administrator',
    explanation:
      'Another proof would not help. Microsoft’s page may say more; whoever looks after sign-ins in your organisation finds this one by its ids.',
    next: { kind: 'step-up', claims },
  };
}

/** Entra sends one `error` for this and for a wrong client, so that here only its number tells them apart. */
export function isNotSubscribed({ codes = [] }: AuthErrorDetail): boolean {
  return codes.includes(650052);
}

function notSubscribed(detail: AuthErrorDetail, cloud: Cloud): Omit<Failure, 'facts'> {
  const service =
    detail.resource === undefined ? 'this service' : resourceInWords(cloud, detail.resource).title;
  return {
    title: `Your organisation does not have ${service}`,
    whose: 'your administrator',
    explanation:
      'It has not subscribed to it or not switched it on, so there is no token for it. The rest of your session is as it was; signing in again changes nothing.',
    next: { kind: 'none' },
  };
}

function consent(detail: AuthErrorDetail, cloud: Cloud): Omit<Failure, 'facts'> {
  const resource =
    detail.resource === undefined ? cloud.graph : resourceInWords(cloud, detail.resource);
  // Of a refused sign-in they come as they were sent: behind their resource, and with what every sign-in asks for.
  const sent = (detail.scopes ?? []).map((scope) => scope.replace(`${resource.identifier}/`, ''));
  const named = sent.filter((scope) => !isOidcScope(scope));
  const scopes = named.length === 0 ? sent : named;
  const isOne = named.length === 1 || sent.length === 0;
  return {
    title: isOne
      ? `Needs your permission: ${grantName(resource, scopes)}`
      : 'Needs your permission first',
    whose: 'you',
    explanation: `${resource.title} refuses this without it. You can allow it now; Microsoft asks you on its own page.`,
    next: { kind: 'grant', resource, scopes },
  };
}

function factsOf(detail: AuthErrorDetail) {
  return knownFacts([
    ['Status', detail.status],
    ['Error', [detail.error, detail.suberror].filter(Boolean).join(' / ')],
    ['Code', detail.codes?.map((code) => `AADSTS${code}`).join(', ')],
    ['Message', withoutIds(detail.description ?? detail.message)],
    ['Trace id', detail.traceId],
    ['Correlation id', detail.correlationId],
    ['Time', detail.timestamp],
    ['Browser', onlineInWords(detail.online)],
  ]);
}

/** Entra's sentence repeats them; each has a line of its own here. */
function withoutIds(sentence: string): string {
  return sentence.replace(/\s+Trace ID: [^]*$/, '');
}
