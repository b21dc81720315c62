import { assert, constantFrom, array, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { isArrivalPath } from '#app/document-kind.ts';
import { ownPath } from './return-path.ts';

const origin = 'https://app.example';
const own = (text: string) => ownPath(text, origin, isArrivalPath);

/** Pieces that URL parsers have disagreed about, in any order, among any other text. */
const pieces = constantFrom(
  ...['/', '//', '\\', '.', '..', '%2e', '%2E%2e', '%2f', '%5c', '@', ':', '?', '#', ';', '&'],
  ...['\t', '\n', '\r', '\u0000', '\u00a0', '\u2028', '\u202e', '\uff0f', '\uff0e', ' '],
  ...['evil.example', 'app.example', 'https:', 'javascript:', 'data:', 'blob:', 'localhost'],
  ...['mail', 'auth', 'callback', 'global', '/auth/callback/global', '/simulated/x', '%', '%zz'],
);
const texts = oneof(
  string({ unit: 'binary' }),
  array(oneof(pieces, string({ maxLength: 3 })), { maxLength: 12 }).map((all) => all.join('')),
  array(pieces, { maxLength: 8 }).map((all) => `/${all.join('')}`),
);

test('whatever is stored or sent as the way back, a browser that follows it stays here', () => {
  assert(
    property(texts, (text) => {
      const path = own(text);
      expect(new URL(path, origin).origin).toBe(origin);
      expect(new URL(path, `${origin}/mail/inbox`).origin).toBe(origin);
      // What a router or a browser does with it must not depend on which of them reads it.
      expect(path).toMatch(/^\/(?![/\\])[^\\\p{Cc}]*$/u);
    }),
    { numRuns: 5000 },
  );
});

test('no way back leads to a page that only Microsoft sends people to', () => {
  assert(
    property(texts, (text) => {
      const { pathname } = new URL(own(text), origin);
      expect(isArrivalPath(pathname)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('a way back that was checked once is the same when it is checked again', () => {
  assert(
    property(texts, (text) => {
      expect(own(own(text))).toBe(own(text));
    }),
    { numRuns: 3000 },
  );
});
