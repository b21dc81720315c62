import {
  AuthorizationResponseError,
  INVALID_RESPONSE,
  JWT_CLAIM_COMPARISON,
  JWT_TIMESTAMP_CHECK,
  OperationProcessingError,
  PARSE_ERROR,
  RESPONSE_IS_NOT_CONFORM,
  RESPONSE_IS_NOT_JSON,
  ResponseBodyError,
  UnsupportedOperationError,
} from 'oauth4webapi';
import { expect, test } from 'vitest';
import { AuthError } from '#auth/auth-error.ts';
import { SignInRefused } from '#auth/tokens/redeem-code.ts';
import { signInRefusal, tokenRefusal } from './entra-refusal.ts';

const context = {
  resource: 'https://graph.microsoft.com',
  scopes: ['Mail.Read'],
  returnTo: '/mail',
};

function refused(
  body: Readonly<Record<string, unknown>>,
  status = 400,
  headers: Record<string, string> = {},
): ResponseBodyError {
  const response = new Response(null, { status, headers });
  return new ResponseBodyError('Refused.', { cause: body as { error: string }, response });
}

function kindOf(error: unknown, leg: 'code' | 'refresh' = 'refresh'): string {
  const found = tokenRefusal(error, context, leg);
  return found instanceof AuthError ? found.kind : 'none';
}

test.each([
  ['invalid_grant', 'consent_required', 'consent-required', 'consent-required'],
  ['invalid_grant', 'basic_action', 'interaction-required', 'interaction-required'],
  ['invalid_grant', 'additional_action', 'interaction-required', 'interaction-required'],
  ['invalid_grant', 'message_only', 'interaction-required', 'interaction-required'],
  ['invalid_grant', 'bad_token', 'sign-in-required', 'sign-in-expired'],
  ['invalid_grant', undefined, 'sign-in-required', 'sign-in-expired'],
  ['consent_required', undefined, 'consent-required', 'consent-required'],
  ['interaction_required', undefined, 'interaction-required', 'interaction-required'],
  ['interaction_required', 'consent_required', 'interaction-required', 'interaction-required'],
  ['login_required', undefined, 'interaction-required', 'interaction-required'],
  ['access_denied', undefined, 'declined', 'declined'],
  ['temporarily_unavailable', undefined, 'unavailable', 'unavailable'],
  ['server_error', undefined, 'unavailable', 'unavailable'],
  ['invalid_client', undefined, 'configuration', 'configuration'],
  ['invalid_request', 'bad_token', 'configuration', 'configuration'],
  [undefined, undefined, 'configuration', 'configuration'],
])(
  'of the token endpoint %s with %s is %s in a session and %s at sign-in',
  (error, suberror, renewal, code) => {
    expect(kindOf(refused({ error, suberror }), 'refresh')).toBe(renewal);
    expect(kindOf(refused({ error, suberror }), 'code')).toBe(code);
  },
);

test.each([
  [428, 'sign-in-required'],
  [429, 'unavailable'],
  [430, 'sign-in-required'],
  [499, 'sign-in-required'],
  [500, 'unavailable'],
  [503, 'unavailable'],
])('a status of %i counts before what the body says: %s', (status, kind) => {
  expect(kindOf(refused({ error: 'invalid_grant' }, status))).toBe(kind);
});

test.each([
  ['2.128', 2.128],
  ['30', 30],
  ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  [undefined, undefined],
])('a Retry-After of %s is a wait of %s seconds', (text, seconds) => {
  const headers: Record<string, string> = text === undefined ? {} : { 'retry-after': text };
  const error = tokenRefusal(refused({ error: 'server_error' }, 503, headers), context, 'refresh');
  expect((error as AuthError).detail.retryAfter).toBe(seconds);
  const unread = new OperationProcessingError('No JSON.', {
    code: RESPONSE_IS_NOT_JSON,
    cause: new Response('<html>', { status: 429, headers }),
  });
  const other = tokenRefusal(unread, context, 'refresh') as AuthError;
  expect([other.kind, other.detail.retryAfter]).toEqual(['unavailable', seconds]);
});

test.each([
  [JWT_TIMESTAMP_CHECK, 'clock-wrong'],
  [PARSE_ERROR, 'answer-refused'],
  [RESPONSE_IS_NOT_CONFORM, 'answer-refused'],
  [RESPONSE_IS_NOT_JSON, 'answer-refused'],
  [JWT_CLAIM_COMPARISON, 'id-token-refused'],
])('a check that found %s is %s', (code, kind) => {
  expect(kindOf(new OperationProcessingError('No.', { code }))).toBe(kind);
  const answer = { cause: new Response('', { status: 499 }), code };
  expect(kindOf(new OperationProcessingError('No.', answer))).toBe(kind);
});

test.each([
  ['a field of the answer', { body: {} }, 'answer-refused'],
  ['an answer that is no object', { body: null }, 'answer-refused'],
  ['a claim of the id_token', { claims: {} }, 'id-token-refused'],
  ['an id_token that is none', 'a.b', 'id-token-refused'],
  ['a signature', undefined, 'id-token-refused'],
])('what the library cannot use is told by where it stands: %s', (_, cause, kind) => {
  const code = INVALID_RESPONSE;
  expect(kindOf(new OperationProcessingError('No.', { code, cause }))).toBe(kind);
  expect(kindOf(new UnsupportedOperationError('No.', { cause }))).toBe(kind);
});

test('a token whose times did not fit leaves the time at which it was written, and no other failure does', () => {
  const of = (code: string, iat: unknown) => {
    const cause = { claims: { iat }, now: 0, claim: 'exp' };
    const error = tokenRefusal(
      new OperationProcessingError('No.', { code, cause }),
      context,
      'code',
    );
    return (error as AuthError).detail.issuedAt;
  };
  // Entra dates five minutes back.
  expect(of(JWT_TIMESTAMP_CHECK, 1_000)).toBe(1_300_000);
  expect(of(JWT_TIMESTAMP_CHECK, '1000')).toBeUndefined();
  expect(of(JWT_CLAIM_COMPARISON, 1_000)).toBeUndefined();
});

test('an answer within what the library says counts by its status, too', () => {
  for (const [status, kind] of [
    [500, 'unavailable'],
    [400, 'answer-refused'],
  ] as const) {
    const cause = { response: new Response('', { status }) };
    expect(kindOf(new OperationProcessingError('No.', { code: PARSE_ERROR, cause }))).toBe(kind);
  }
});

test('another algorithm refuses the id token, and what nobody knows stays what it is', () => {
  expect(kindOf(new UnsupportedOperationError('alg'))).toBe('id-token-refused');
  const own = new TypeError('a fault of ours');
  expect(tokenRefusal(own, context, 'refresh')).toBe(own);
  expect(tokenRefusal('odd', context, 'refresh')).toMatchObject({
    message: 'Unknown failure',
    cause: 'odd',
  });
});

test('what was asked for, and for whom, goes with the refusal; its sentence is Microsoft’s where there is one', () => {
  const body = { error: 'invalid_grant', error_description: 'AADSTS50173: Gone.' };
  const { detail } = tokenRefusal(refused(body), context, 'refresh') as AuthError;
  expect(detail).toMatchObject({ ...context, message: 'AADSTS50173: Gone.', codes: [50173] });
  const check = new OperationProcessingError('The check.', { code: JWT_TIMESTAMP_CHECK });
  expect(tokenRefusal(check, context, 'code')).toMatchObject({ message: 'The check.' });
  expect((tokenRefusal(check, context, 'code') as AuthError).detail).toMatchObject(context);
});

test.each([
  ['access_denied', 'declined'],
  ['login_required', 'no-microsoft-session'],
  ['consent_required', 'consent-required'],
  ['interaction_required', 'interaction-required'],
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'unavailable'],
  ['unauthorized_client', 'configuration'],
])('of the authorize page %s is %s', (error, kind) => {
  const answer = new URLSearchParams({
    error,
    error_description: 'AADSTS65004: No.',
    error_subcode: 'cancel',
    trace_id: 'trace',
    correlation_id: 'correlation',
    timestamp: '2026-11-26 10:00:00Z',
    claims: '{"access_token":{}}',
  });
  const cause = new AuthorizationResponseError('Refused.', { cause: answer });
  expect(signInRefusal(new SignInRefused('authorize', context, cause))).toMatchObject({
    ...context,
    kind,
    error,
    codes: [65004],
    suberror: 'cancel',
    traceId: 'trace',
    correlationId: 'correlation',
    timestamp: '2026-11-26 10:00:00Z',
    claims: '{"access_token":{}}',
  });
  answer.set('suberror', 'consent_required');
  expect(signInRefusal(new SignInRefused('authorize', context, cause))).toMatchObject({
    suberror: 'consent_required',
  });
});

test('an answer of the authorize page that did not pass, and a fault of ours, are refused as answers', () => {
  const refusal = (cause: unknown) => signInRefusal(new SignInRefused('authorize', context, cause));
  const check = new OperationProcessingError('The state.', { code: JWT_CLAIM_COMPARISON });
  expect(refusal(check)).toMatchObject({
    ...context,
    kind: 'answer-refused',
    message: 'The state.',
  });
  expect(refusal(new Error('ours'))).toMatchObject({ kind: 'answer-refused', message: 'ours' });
  expect(refusal({ code: 7 })).toMatchObject({ message: 'Unknown failure' });
  const token = refused({ error: 'invalid_grant' });
  expect(signInRefusal(new SignInRefused('token', context, token))).toMatchObject({
    kind: 'sign-in-expired',
  });
});
