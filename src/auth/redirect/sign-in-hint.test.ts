import { anything, assert, constantFrom, property, string } from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SignInHint } from '#auth/session.ts';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { keepHint, readHint } from './sign-in-hint.ts';

const key = 'grantscope.hint';
const good: SignInHint = {
  name: 'Zoë Żółkiewska-Ménard 李',
  loginHint: 'O.CiQwMTIzLWFiYw_-=~',
  tenantId: '3f6c2b91-7d84-4a0e-9c15-b27f8e40d6a3',
  tenant: 'common',
  account: 'a'.repeat(40) + '_-9',
};

beforeEach(() => vi.stubGlobal('sessionStorage', memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

const withChange = (change: object) => {
  sessionStorage.setItem(key, JSON.stringify({ ...good, ...change }));
  return readHint();
};

test('what was kept is read again, and gone when it is forgotten', () => {
  keepHint(good);
  expect(readHint()).toEqual(good);
  keepHint(undefined);
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect(readHint()).toBeUndefined();
});

test.each([
  { loginHint: 'adele@northlight.example' },
  { loginHint: '' },
  { loginHint: 'x'.repeat(2048) },
  { name: 'x'.repeat(256) },
  { tenant: 'contoso.onmicrosoft.com' },
  { tenant: '3f6c2b91-7d84-4a0e-9c15-b27f8e40d6a3' },
])('a hint with %j is one', (change) => {
  expect(withChange(change)).toEqual({ ...good, ...change });
});

test.each([
  { name: '' },
  { name: 'Adele\nThornbury' },
  { name: '\u202eAdele' },
  { name: 'x'.repeat(257) },
  { name: 7 },
  { loginHint: 'adele thornbury' },
  { loginHint: 'adele\u0000' },
  { loginHint: 'x'.repeat(2049) },
  { loginHint: ['adele'] },
  { tenantId: 'no tenant' },
  { tenantId: undefined },
  { tenant: 'a/../../evil' },
  { tenant: 'common?x=' },
  { tenant: null },
  { account: 'a'.repeat(42) },
  { account: `${'a'.repeat(43)}b` },
  { account: `${'a'.repeat(42)}+` },
  { account: 43 },
  { more: {} },
])('a hint with %j offers nobody to continue', (change) => {
  expect(withChange(change)).toBeUndefined();
});

test('whatever lies in the storage, it is a hint as it should be, or none, and no error', () => {
  assert(
    property(constantFrom(...Object.keys(good)), anything(), string(), (member, value, text) => {
      sessionStorage.setItem(key, text);
      expect(readHint()).toBeUndefined();
      let written = '';
      try {
        written = JSON.stringify({ ...good, [member]: value });
      } catch {
        return;
      }
      sessionStorage.setItem(key, written);
      const read = readHint();
      expect(Object.values(read ?? {}).every((each) => typeof each === 'string')).toBe(true);
    }),
  );
});

test('where nothing can be kept or read, nobody is offered to continue, and nothing breaks', () => {
  const closed = () => {
    throw new DOMException('x', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { getItem: closed, setItem: closed, removeItem: closed });
  expect(() => keepHint(good)).not.toThrow();
  expect(() => keepHint(undefined)).not.toThrow();
  expect(readHint()).toBeUndefined();
});
