import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { isUnanswered, takeAdminConsent } from './pending-admin-consent.ts';
import { forgetPending, takePending } from './pending-sign-in.ts';

const key = 'grantscope.sign-in.abc';
const keep = (record: unknown) => sessionStorage.setItem(key, JSON.stringify(record));

beforeEach(() => vi.stubGlobal('sessionStorage', memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

test('a record is used that says of itself what its key says, and names a cloud there is', () => {
  keep({ state: 'abc', cloud: 'global' });
  expect(takePending('#code=x&state=abc')).toMatchObject({ state: 'abc' });
  for (const record of [
    { state: 'another', cloud: 'global' },
    { state: 'abc', cloud: 'nowhere' },
    { state: 'abc' },
    null,
    'abc',
  ]) {
    keep(record);
    expect(takePending('#code=x&state=abc')).toBeUndefined();
    expect(sessionStorage.getItem(key)).toBeNull();
  }
});

test('only the first sign of a fragment is left out, and an answer without a state names nothing', () => {
  keep({ state: 'abc', cloud: 'global' });
  expect(takePending('state=abc')).toBeDefined();
  sessionStorage.setItem('grantscope.sign-in.', JSON.stringify({ state: '', cloud: 'global' }));
  takePending('#code=x');
  expect(sessionStorage.getItem('grantscope.sign-in.')).toBeNull();
  sessionStorage.setItem('grantscope.sign-in.#a', JSON.stringify({ state: '#a', cloud: 'global' }));
  expect(takePending('#state=%23a')).toBeDefined();
});

test('what is exactly as old as the limit goes, and what is younger stays', () => {
  keep({ state: 'abc', cloud: 'global', createdAt: 1_000 });
  forgetPending(999);
  expect(sessionStorage.getItem(key)).not.toBeNull();
  forgetPending(1_000);
  expect(sessionStorage.getItem(key)).toBeNull();
});

test('where the browser keeps nothing, nothing is found and nothing breaks', () => {
  const closed = () => {
    throw new DOMException('closed', 'SecurityError');
  };
  const storage = new Proxy({ getItem: closed, removeItem: closed }, { ownKeys: closed });
  vi.stubGlobal('sessionStorage', storage);
  expect(takePending('#state=abc')).toBeUndefined();
  expect(takeAdminConsent('?state=abc')).toBeUndefined();
  expect(isUnanswered()).toBe(false);
  expect(() => forgetPending()).not.toThrow();
});
