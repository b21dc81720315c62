import type { ApiError } from '#api/api-error.ts';
import type { Grant } from '#auth/session.ts';
import type { Cloud, Resource } from '#config/clouds.ts';
import { catalogue, sharePointResource } from '#config/origins.ts';
import { knownFacts, type Failure } from './failure.ts';

/** Codes by which Graph says that this person has no mailbox it can open. */
const noMailbox = ['MailboxNotEnabledForRESTAPI', 'MailboxNotHostedInExchangeOnline'];

export function describeApiFailure(
  error: ApiError,
  { cloud, grants }: { cloud: Cloud; grants: readonly Grant[] },
): Failure {
  return { ...words(error, cloud, grants), facts: factsOf(error) };
}

function words(error: ApiError, cloud: Cloud, grants: readonly Grant[]): Omit<Failure, 'facts'> {
  if (noMailbox.includes(error.code)) {
    return {
      title: 'This account has no mailbox',
      whose: 'your administrator',
      explanation:
        'The account has no licence for Exchange Online, or its mailbox is elsewhere. A guest’s is at home: sign in there to read it. To others an administrator can assign a licence; a new mailbox takes some minutes to appear.',
      next: { kind: 'none' },
    };
  }
  if (isWithoutOneDrive(error)) {
    return {
      title: 'This account has no OneDrive',
      whose: 'your administrator',
      explanation:
        'The account has no licence for SharePoint and OneDrive, or its OneDrive was never opened. A guest’s is at home: sign in there to see it. To others an administrator can assign a licence; opening OneDrive on the web once makes a new one.',
      next: { kind: 'none' },
    };
  }
  switch (error.status) {
    case 401:
      return {
        title: 'Microsoft no longer accepts this session',
        whose: 'you',
        explanation: 'The session was ended, or a policy wants to see you again. Sign in to go on.',
        next: { kind: 'sign-in' },
      };
    case 403:
      return forbidden(error, cloud, grants);
    case 404:
      return {
        title: 'This is not there',
        whose: 'you',
        explanation: 'It was moved or deleted, or the link is from another account.',
        next: { kind: 'none' },
      };
    case 409:
    case 412:
      return {
        title: 'Something else was faster',
        whose: 'you',
        explanation:
          'It was changed in between: in another window, on another device, or by somebody else. What you did had no effect. Try again to go on from how it is now.',
        next: { kind: 'retry' },
      };
    case 410:
      return {
        title: 'Microsoft has closed this',
        whose: 'Microsoft',
        explanation: 'What answered here is out of service for good. Asking again does not help.',
        next: { kind: 'none' },
      };
    case 429:
      return {
        title: 'Too many requests',
        whose: 'Microsoft',
        explanation: 'Microsoft asks this app to slow down. It answers again after a short wait.',
        next: { kind: 'wait', seconds: Math.max(1, Math.ceil(error.retryAfter ?? 10)) },
      };
    default:
      return error.status >= 500 ? unavailable(error) : refused(error);
  }
}

/** OneDrive says so with 404, and a tenant without SharePoint with 400; only the words tell it from other errors. */
function isWithoutOneDrive({ status, message }: ApiError): boolean {
  return (
    (status === 404 && /mysite not found/i.test(message)) ||
    (status === 400 && /SPO license/i.test(message))
  );
}

function forbidden(
  error: ApiError,
  cloud: Cloud,
  grants: readonly Grant[],
): Omit<Failure, 'facts'> {
  const resource = resourceOf(error.url, cloud);
  const held = new Set(
    grants
      .filter((grant) => grant.resource === resource?.identifier)
      .flatMap((grant) => grant.scopes.map((scope) => scope.toLowerCase())),
  );
  const missing = error.scopes.filter((scope) => !held.has(scope.toLowerCase()));
  if (resource && missing.length > 0 && !missing.includes('.default')) {
    return {
      title: `Needs your permission: ${missing.join(', ')}`,
      whose: 'you',
      explanation: `${resource.title} refuses this without it. You can allow it now; Microsoft asks you on its own page.`,
      next: { kind: 'grant', resource, scopes: missing },
    };
  }
  return {
    title: `Your account may not ${error.method === 'GET' ? 'see' : 'do'} this`,
    whose: 'your administrator',
    explanation:
      'The app has the permission, but your account lacks the role or the licence for it. An administrator can change that.',
    next: { kind: 'none' },
  };
}

function unavailable(error: ApiError): Omit<Failure, 'facts'> {
  return {
    title: 'Microsoft cannot answer now',
    whose: 'Microsoft',
    explanation: 'The service reports trouble of its own. Try again in a moment.',
    next:
      error.retryAfter === undefined
        ? { kind: 'retry' }
        : { kind: 'wait', seconds: Math.max(1, Math.ceil(error.retryAfter)) },
  };
}

function refused(error: ApiError): Omit<Failure, 'facts'> {
  return {
    title: 'The service did not understand the request',
    whose: 'this app',
    explanation: error.message,
    next: { kind: 'retry' },
  };
}

function resourceOf(url: string, cloud: Cloud): Resource | undefined {
  return (
    catalogue(cloud).find(({ origin }) => url.startsWith(`${origin}/`)) ??
    sharePointResource(cloud, url)
  );
}

function factsOf(error: ApiError) {
  return knownFacts([
    ['Status', error.status],
    ['Code', error.code],
    ['Message', error.message],
    ['Request', `${error.method} ${error.url}`],
    ['Request id', error.requestId],
    ['Time', error.date],
  ]);
}
