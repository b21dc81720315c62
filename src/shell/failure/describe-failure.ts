import { ApiError } from '#api/api-error.ts';
import type { OnlyEmptyPages } from '#api/past-empty-pages.ts';
import { AuthError } from '#auth/auth-error.ts';
import type { Grant } from '#auth/session.ts';
import type { Cloud } from '#config/clouds.ts';
import { NetworkError } from '#http/network-error.ts';
import { describeApiFailure } from './describe-api-failure.ts';
import { describeAuthFailure } from './describe-auth-failure.ts';
import { knownFacts, offline, onlineInWords, type Fact, type Failure } from './failure.ts';

/** What the words depend on besides the error itself. */
export interface Circumstances {
  readonly cloud: Cloud;
  /** What the session holds: a refusal in spite of a granted permission is another matter than a missing one. */
  readonly grants: readonly Grant[];
}

/** The only place that turns what was thrown into what a person reads. */
export function describeFailure(error: unknown, circumstances: Circumstances): Failure {
  if (error instanceof ApiError) return describeApiFailure(error, circumstances);
  if (error instanceof AuthError) return describeAuthFailure(error.detail, circumstances.cloud);
  if (error instanceof NetworkError) return describeNetworkFailure(error);
  if (isOnlyEmptyPages(error)) return { ...onlyEmptyPages, facts: [asFact(error)] };
  if (isMissingPart(error)) return { ...missingPart, facts: [asFact(error)] };
  return {
    title: 'Something went wrong in this app',
    whose: 'this app',
    explanation:
      'This is a fault of ours, not of your account. Trying again may help; if it does not, reload the page.',
    next: { kind: 'retry' },
    facts: [asFact(error)],
  };
}

/** As the three families of browsers say that a script of a page could not be fetched. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script failed/i.test(error.message)
  );
}

const missingPart: Omit<Failure, 'facts'> = {
  title: 'A part of this page could not be fetched',
  whose: 'the network',
  explanation:
    'There was no connection, or a newer version has taken this one’s place. Try again when you are online. If that does not help, reload: you come back to where you are.',
  next: { kind: 'reload' },
};

/** By its kind: its class is a part of what is fetched when it is needed. */
function isOnlyEmptyPages(error: unknown): error is OnlyEmptyPages {
  return error instanceof Error && (error as Partial<OnlyEmptyPages>).kind === 'only-empty-pages';
}

const onlyEmptyPages: Omit<Failure, 'facts'> = {
  title: 'Nothing but empty pages comes',
  whose: 'Microsoft',
  explanation:
    'The service says each time that more follows, and sends nothing. The rest may come if you go on.',
  next: { kind: 'retry', words: 'Go on' },
};

function asFact(error: unknown): Fact {
  return { name: 'Error', value: error instanceof Error ? error.message : String(error) };
}

function describeNetworkFailure(error: NetworkError): Failure {
  const { correlationId, timestamp, online } = error.trace;
  const facts = knownFacts([
    ['Server', error.origin],
    ['Error', error.message],
    ['Correlation id', correlationId],
    ['Time', timestamp],
    ['Browser', onlineInWords(online)],
  ]);
  switch (error.reason) {
    case 'timeout':
      return {
        title: 'No answer in time',
        whose: 'the network',
        explanation: `${host(error.origin)} did not answer in time. Try again; a slow connection or a proxy may be in the way.`,
        next: { kind: 'retry' },
        facts,
      };
    case 'network':
      // A browser is sure only of being cut off.
      if (online === false) return { ...offline, facts };
      return {
        title: 'No connection',
        whose: 'the network',
        explanation: `${host(error.origin)} could not be reached. Check the connection; a blocker or a proxy may be in the way.`,
        next: { kind: 'retry' },
        facts,
      };
    case 'forbidden-origin':
    case 'redirected':
      return {
        title: 'This app refused to follow',
        whose: 'this app',
        explanation:
          'The answer pointed to an address outside the chosen cloud. Nothing was sent there.',
        next: { kind: 'none' },
        facts,
      };
  }
}

function host(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
