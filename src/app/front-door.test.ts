import { expect, test } from 'vitest';
import { whyNotToStart } from './front-door.ts';

/** What a browser says of a page; by default one in which all is well. */
function page(of: { framed?: boolean; insecure?: boolean; noCryptography?: boolean } = {}): Window {
  const self = {};
  return {
    self,
    top: of.framed ? {} : self,
    isSecureContext: !of.insecure,
    crypto: { subtle: of.noCryptography ? undefined : {} },
  } as unknown as Window;
}

test('a page of its own, on a secure origin, with cryptography, may start', () => {
  expect(whyNotToStart(page())).toBeUndefined();
});

test('inside another page nothing starts, and that is said', () => {
  expect(whyNotToStart(page({ framed: true }))).toBe('top');
});

test('on an insecure origin, or without cryptography, nothing starts, and which of the two is said', () => {
  const insecure = page({ insecure: true, noCryptography: true });
  expect(whyNotToStart(insecure)).toBe('isSecureContext');
  expect(whyNotToStart(page({ noCryptography: true }))).toBe('crypto');
  expect(whyNotToStart(page({ insecure: true }))).toBe('isSecureContext');
});
