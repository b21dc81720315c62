import { expect, test } from 'vitest';
import { mayRetry, retryDelay } from './retry.ts';

test('busy services and lost connections are asked again, twice at most', () => {
  for (const error of [
    { kind: 'api', status: 429 },
    { kind: 'api', status: 503 },
    { kind: 'api', status: 504 },
    { kind: 'network', reason: 'network' },
    { kind: 'network', reason: 'timeout' },
    // A sign-in's, which says no more.
    { kind: 'network' },
    { kind: 'unavailable' },
  ]) {
    expect([0, 1, 2].map((failures) => mayRetry(failures, error))).toEqual([true, true, false]);
  }
});

test('a refusal will be the same next time and is not repeated', () => {
  for (const error of [
    { kind: 'api', status: 403 },
    { kind: 'api', status: 404 },
    { kind: 'consent-required' },
    { kind: 'configuration' },
    { kind: 'answer-refused', status: 503 },
    { kind: 'network', reason: 'forbidden-origin' },
    { kind: 'network', reason: 'redirected' },
    new TypeError('a bug of our own'),
    undefined,
  ]) {
    expect(mayRetry(0, error)).toBe(false);
  }
});

test('the wait is what the service said, decimals included, else it doubles', () => {
  expect(retryDelay(0, { kind: 'api', status: 429, retryAfter: 2.128 })).toBe(2128);
  expect(retryDelay(0, { kind: 'api', status: 503 })).toBe(1000);
  expect(retryDelay(2, { kind: 'api', status: 503 })).toBe(4000);
  expect(retryDelay(0, { retryAfter: 86_400 })).toBe(60_000);
  const refused = { kind: 'unavailable', detail: { retryAfter: 20 } };
  expect(retryDelay(0, refused)).toBe(20_000);
});
