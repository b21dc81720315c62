import { describe, expect, test } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import { OnlyEmptyPages } from '#api/past-empty-pages.ts';
import { AuthError, type AuthErrorKind } from '#auth/auth-error.ts';
import { clouds } from '#config/clouds.ts';
import { simulatedOwnApi } from '#config/own-apis.ts';
import { NetworkError } from '#http/network-error.ts';
import { describeFailure } from './describe-failure.ts';
import { factsAsText } from './failure.ts';

const cloud = clouds.global;
const nothingGranted = { cloud, grants: [] };
const mailGranted = {
  cloud,
  grants: [{ resource: cloud.graph.identifier, scopes: ['mail.read'], covers: [], expiresAt: 0 }],
};

function refusal(
  status: number,
  code: string,
  headers: Record<string, string> = {},
  method = 'GET',
  message = 'In the words of the service.',
): ApiError {
  const body = {
    error: {
      code,
      message,
      innerError: { date: '2026-11-20T10:00:00', 'request-id': 'r-1' },
    },
  };
  return new ApiError(
    { method, url: 'https://graph.microsoft.com/v1.0/me/messages', scopes: ['Mail.Read'] },
    { status, headers, body: new TextEncoder().encode(JSON.stringify(body)).buffer },
  );
}

describe('a refusal of Graph', () => {
  test('for a missing permission names it and offers to ask for it', () => {
    const failure = describeFailure(refusal(403, 'ErrorAccessDenied'), nothingGranted);
    expect(failure.title).toContain('Mail.Read');
    expect(failure.next).toEqual({ kind: 'grant', resource: cloud.graph, scopes: ['Mail.Read'] });
  });

  test('in spite of the permission points to the administrator, not to consent', () => {
    const failure = describeFailure(refusal(403, 'ErrorAccessDenied'), mailGranted);
    expect(failure.whose).toBe('your administrator');
    expect(failure.next.kind).toBe('none');
  });

  test('of a change speaks of doing, and of reading of seeing', () => {
    const read = describeFailure(refusal(403, 'ErrorAccessDenied'), mailGranted);
    const change = describeFailure(refusal(403, 'ErrorAccessDenied', {}, 'PATCH'), mailGranted);
    expect(read.title).toBe('Your account may not see this');
    expect(change.title).toBe('Your account may not do this');
  });

  test('for a mailbox that does not exist speaks of the licence', () => {
    const failure = describeFailure(refusal(404, 'MailboxNotEnabledForRESTAPI'), mailGranted);
    expect(failure.title).toBe('This account has no mailbox');
    expect(failure.explanation).toContain('licence');
  });

  test('for a mailbox or a OneDrive that is not here tells a guest that theirs is at home', () => {
    const noMailbox = describeFailure(refusal(404, 'MailboxNotEnabledForRESTAPI'), mailGranted);
    const said = "User's mysite not found.";
    const noDrive = describeFailure(refusal(404, 'x', {}, 'GET', said), mailGranted);
    expect(noDrive.title).toBe('This account has no OneDrive');
    for (const { explanation } of [noMailbox, noDrive]) {
      expect(explanation).toContain('A guest’s is at home');
    }
  });

  test.each([
    [401, 'sign-in'],
    [404, 'none'],
    [410, 'none'],
    [400, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('with status %i leads to: %s', (status, kind) => {
    expect(describeFailure(refusal(status, 'x'), nothingGranted).next.kind).toBe(kind);
  });

  test('for what was closed is no fault of this app', () => {
    const { whose, title } = describeFailure(refusal(410, 'x'), nothingGranted);
    expect([whose, title]).toEqual(['Microsoft', 'Microsoft has closed this']);
  });

  test.each([409, 412])(
    'for a conflict (%i) is no fault of this app, says so and offers another try',
    (status) => {
      const failure = describeFailure(refusal(status, 'x', {}, 'PATCH'), mailGranted);
      expect(failure).toMatchObject({
        title: 'Something else was faster',
        whose: 'you',
        next: { kind: 'retry' },
      });
      expect(failure.explanation).toContain('had no effect');
    },
  );

  test('for too many requests waits as long as told', () => {
    const failure = describeFailure(refusal(429, 'x', { 'retry-after': '7' }), nothingGranted);
    expect(failure.next).toEqual({ kind: 'wait', seconds: 7 });
  });

  test('has the facts a support desk asks for', () => {
    const text = factsAsText(describeFailure(refusal(500, 'generalException'), mailGranted).facts);
    expect(text).toContain('Code: generalException');
    expect(text).toContain('Request id: r-1');
    expect(text).toContain('Time: 2026-11-20T10:00:00');
  });
});

describe('a failure of the sign-in', () => {
  const next: Record<AuthErrorKind, string> = {
    'sign-in-required': 'sign-in',
    'consent-required': 'grant',
    'interaction-required': 'step-up',
    declined: 'sign-in',
    'no-microsoft-session': 'sign-in',
    'unknown-sign-in': 'sign-in',
    'sign-in-expired': 'sign-in',
    'answer-refused': 'sign-in',
    'id-token-refused': 'sign-in',
    'clock-wrong': 'retry',
    configuration: 'set-up',
    'vault-lost': 'restore',
    network: 'retry',
    unavailable: 'retry',
  };

  test.each(Object.entries(next))('of kind %s leads to: %s', (kind, step) => {
    const error = new AuthError({ kind: kind as AuthErrorKind, message: 'x' });
    const failure = describeFailure(error, nothingGranted);
    expect(failure.next.kind).toBe(step);
    expect(failure.title).not.toBe('');
  });

  test('for want of consent asks for it at the resource that refused', () => {
    const error = new AuthError({
      kind: 'consent-required',
      message: 'x',
      resource: 'https://api.office.com/discovery/',
      scopes: ['.default'],
    });
    expect(describeFailure(error, nothingGranted).next).toEqual({
      kind: 'grant',
      resource: cloud.discovery,
      scopes: ['.default'],
    });
  });

  test('for a service that the organisation does not have speaks of that, and not of the set-up', () => {
    const error = new AuthError({
      kind: 'configuration',
      message: 'x',
      error: 'invalid_client',
      codes: [650052],
      resource: cloud.management?.identifier,
    });
    const failure = describeFailure(error, nothingGranted);
    expect(failure.title).toBe('Your organisation does not have Office 365 Management APIs');
    expect(failure).toMatchObject({ whose: 'your administrator', next: { kind: 'none' } });
  });

  test('keeps the numbers of Microsoft for people', () => {
    const error = new AuthError({
      kind: 'configuration',
      message: 'x',
      error: 'invalid_request',
      codes: [50011],
      traceId: 't-1',
      correlationId: 'c-1',
    });
    const text = factsAsText(describeFailure(error, nothingGranted).facts);
    expect(text).toBe(
      'Error: invalid_request\nCode: AADSTS50011\nMessage: x\nTrace id: t-1\nCorrelation id: c-1',
    );
  });
});

test('a lost connection is on the side of the network and names the server', () => {
  const error = new NetworkError('network', 'https://graph.microsoft.com', 'Failed to fetch', {
    correlationId: 'c-1',
    timestamp: '1970-01-01T00:00:00.000Z',
    online: true,
  });
  const failure = describeFailure(error, nothingGranted);
  expect(failure.whose).toBe('the network');
  expect(failure.explanation).toContain('graph.microsoft.com');
  expect(failure.next.kind).toBe('retry');
  expect(factsAsText(failure.facts)).toBe(
    'Server: https://graph.microsoft.com\nError: Failed to fetch\nCorrelation id: c-1\nTime: 1970-01-01T00:00:00.000Z\nBrowser: online',
  );
});

const cutOff = { correlationId: undefined, timestamp: '2026-11-20T10:00:00.000Z', online: false };

test('a sign-in that cannot be reached names what most often hides behind it: the platform type', () => {
  const error = new AuthError({ kind: 'network', message: 'x', online: true });
  const failure = describeFailure(error, nothingGranted);
  expect(failure.title).toBe('No connection to Microsoft');
  expect(failure.explanation).toContain('Single-page application');
});

test('a device without a connection is told so, for a call and for a sign-in', () => {
  const call = new NetworkError('network', 'https://graph.microsoft.com', 'x', cutOff);
  const signIn = new AuthError({
    kind: 'network',
    message: 'No answer from login.microsoftonline.com.',
    correlationId: 'c-2',
    timestamp: '2026-11-20T10:00:00.000Z',
    online: false,
  });
  for (const error of [call, signIn]) {
    const failure = describeFailure(error, nothingGranted);
    expect(failure).toMatchObject({ title: 'You are offline', next: { kind: 'retry' } });
    expect(factsAsText(failure.facts)).toContain('Browser: offline');
  }
  expect(factsAsText(describeFailure(signIn, nothingGranted).facts)).toContain(
    'Correlation id: c-2\nTime: 2026-11-20T10:00:00.000Z',
  );
});

test.each(['forbidden-origin', 'redirected'] as const)(
  'an address that was %s is never a matter of the connection',
  (reason) => {
    const error = new NetworkError(reason, 'https://evil.example', 'x', cutOff);
    expect(describeFailure(error, nothingGranted)).toMatchObject({
      whose: 'this app',
      next: { kind: 'none' },
    });
  },
);

test.each([
  'Failed to fetch dynamically imported module: https://app.example/assets/reading-pane.js',
  'error loading dynamically imported module: https://app.example/assets/reading-pane.js',
  'Importing a module script failed.',
])('a part of the page that could not be fetched is no fault of the app: %s', (message) => {
  expect(describeFailure(new TypeError(message), nothingGranted)).toMatchObject({
    whose: 'the network',
    next: { kind: 'reload' },
    facts: [{ name: 'Error', value: message }],
  });
});

test('a service that sends nothing but empty pages is asked further on demand', () => {
  const failure = describeFailure(new OnlyEmptyPages(), nothingGranted);
  expect(failure).toMatchObject({ whose: 'Microsoft', next: { kind: 'retry', words: 'Go on' } });
});

test('anything else is a fault of the app and says so', () => {
  expect(describeFailure(new TypeError('x is undefined'), nothingGranted).whose).toBe('this app');
  expect(describeFailure('thrown text', nothingGranted).facts[0]?.value).toBe('thrown text');
});

test('a missing permission is asked for at its own resource, whichever that is', () => {
  for (const resource of [cloud.graph, cloud.exchange, cloud.management]) {
    const error = new AuthError({
      kind: 'consent-required',
      message: 'x',
      resource: resource?.identifier,
      scopes: ['Things.Read'],
    });
    expect(describeFailure(error, nothingGranted).next).toMatchObject({ kind: 'grant', resource });
  }
  const oneDrive = 'https://contoso-my.sharepoint.com/';
  const error = new AuthError({
    kind: 'consent-required',
    message: 'x',
    resource: oneDrive,
    scopes: ['MyFiles.Read'],
  });
  expect(describeFailure(error, nothingGranted)).toMatchObject({
    next: { kind: 'grant', resource: { identifier: oneDrive, title: 'OneDrive' } },
  });
});

test('a refusal of an API of one’s own calls it by the name that it was given', () => {
  const { title, identifier, origin } = simulatedOwnApi;
  const scopes = ['Calibrations.Read'];
  const error = new AuthError({
    kind: 'consent-required',
    message: 'x',
    resource: identifier,
    scopes,
  });
  const failure = describeFailure(error, { cloud: clouds.simulated, grants: [] });
  expect(failure.explanation).toContain(`${title} refuses this without it`);
  expect(failure.next).toEqual({ kind: 'grant', resource: { title, identifier, origin }, scopes });
});
