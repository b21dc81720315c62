import { expect, test } from 'vitest';
import { NetworkError } from '#http/network-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { packError, unpackError } from './pack-error.ts';

/** As it arrives on the other side of the wall: what cannot be copied would not. */
const over = (error: unknown) => unpackError(structuredClone(packError(error)));

test('a refusal is a refusal on the other side, with everything a support desk asks for', () => {
  const detail = { kind: 'consent-required', message: 'x', scopes: ['a'], traceId: 't' } as const;
  const error = over(new AuthError(detail));
  expect(error).toBeInstanceOf(AuthError);
  expect(error).toMatchObject({ kind: 'consent-required', message: 'x', detail });
});

test('a lost connection keeps where to, why, and what it can be found by', () => {
  const trace = { correlationId: 'c', timestamp: '2026-11-20T10:00:00.000Z', online: false };
  const error = over(new NetworkError('timeout', 'https://a.example', 'x', trace));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({
    reason: 'timeout',
    origin: 'https://a.example',
    message: 'x',
    trace,
  });
});

test('a call that was given up is an abort, and no other exception of the platform is', () => {
  const aborted = over(new DOMException('x', 'AbortError'));
  expect(aborted).toBeInstanceOf(DOMException);
  expect(aborted.name).toBe('AbortError');
  const error = Object.assign(new Error('named so'), { name: 'AbortError' });
  expect(over(error)).toMatchObject({ name: 'Error', message: 'named so' });
  expect(over(new DOMException('full', 'QuotaExceededError'))).toMatchObject({
    name: 'Error',
    message: 'full',
  });
});

test('anything else keeps its message, and what is no error says so', () => {
  const error = over(new TypeError('x is undefined'));
  expect([error.name, error.message]).toEqual(['Error', 'x is undefined']);
  expect(over('text').message).toBe('Unknown failure');
});
