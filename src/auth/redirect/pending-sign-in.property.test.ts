import { assert, integer, jsonValue, oneof, property, string, uniqueArray } from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { forgetPending, keepPending, takePending, type PendingSignIn } from './pending-sign-in.ts';

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage());
});

const attempt = (state: string, createdAt = 0): PendingSignIn => ({
  state,
  nonce: `nonce of ${state}`,
  codeVerifier: `verifier of ${state}`,
  cloud: 'global',
  clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  tenant: 'common',
  redirectUri: 'https://app.example/auth/callback/global',
  resource: {
    title: 'Graph',
    identifier: 'https://graph.example',
    origin: 'https://graph.example',
  },
  scope: 'User.Read',
  claims: '{}',
  purpose: 'sign-in',
  isDeveloper: false,
  also: [],
  returnTo: '/',
  createdAt,
});
const answerTo = (state: string) => `#${new URLSearchParams({ code: 'c', state }).toString()}`;
const state = string({ minLength: 1, unit: 'grapheme' });
const prefix = 'grantscope.sign-in.';

test('each answer finds the attempt it belongs to, once, and disturbs no other', () => {
  assert(
    property(uniqueArray(state, { minLength: 1, maxLength: 6 }), (states) => {
      forgetPending();
      for (const each of states) keepPending(attempt(each));
      for (const each of states.toReversed()) {
        expect(takePending(answerTo(each))).toEqual(attempt(each));
        expect(takePending(answerTo(each))).toBeUndefined();
      }
      expect(Object.keys(sessionStorage)).toEqual([]);
    }),
  );
});

test('an answer with any other state finds nothing, and takes nothing away', () => {
  assert(
    property(state, string(), (kept, other) => {
      forgetPending();
      keepPending(attempt(kept));
      const found = kept === other ? undefined : takePending(answerTo(other));
      expect(found).toBeUndefined();
      expect(takePending(answerTo(kept))).toEqual(attempt(kept));
    }),
  );
});

test('an answer that is any text at all is read without an error', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(takePending(text)).toBeUndefined();
    }),
  );
});

test('a record that something else has written is no attempt, is removed, and breaks nothing', () => {
  const written = oneof(
    string(),
    jsonValue().map((value) => JSON.stringify(value)),
  );
  assert(
    property(written, (text) => {
      sessionStorage.setItem(`${prefix}s`, text);
      expect(takePending('#code=c&state=s')).toBeUndefined();
      expect(sessionStorage.getItem(`${prefix}s`)).toBeNull();
    }),
  );
});

test('attempts that are too old are removed, and so is what has no time; younger ones stay', () => {
  const hour = 3_600_000;
  assert(
    property(integer({ min: 1, max: hour }), integer({ min: 0, max: hour }), (limit, time) => {
      forgetPending();
      sessionStorage.setItem(`${prefix}broken`, '{');
      sessionStorage.setItem('other', 'stays');
      keepPending(attempt('s', time));
      forgetPending(limit);
      expect(sessionStorage.getItem(`${prefix}broken`)).toBeNull();
      expect(sessionStorage.getItem('other')).toBe('stays');
      expect(sessionStorage.getItem(`${prefix}s`) !== null).toBe(time > limit);
    }),
  );
});
