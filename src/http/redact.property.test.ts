import { array, assert, boolean, constantFrom, oneof, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { redactUrl } from './redact.ts';

const canary = 'canary-7Qx';
const secretNames = [
  ...[
    'access_token',
    'assertion',
    'client_assertion',
    'client_info',
    'client_secret',
    'clientdata',
  ],
  ...[
    'code',
    'code_verifier',
    'id_token',
    'id_token_hint',
    'login_hint',
    'logout_hint',
    'password',
  ],
  ...['refresh_token', 'tempauth'],
];

/** A name as it may be written: any case, any letter percent-encoded, tabs and line ends that URL parsers drop. */
const written = constantFrom(...secretNames).chain((name) =>
  array(constantFrom('plain', 'upper', 'encoded', 'broken'), {
    minLength: name.length,
    maxLength: name.length,
  }).map((spelling) =>
    [...name]
      .map((char, at) => {
        if (spelling[at] === 'upper') return char.toUpperCase();
        if (spelling[at] === 'encoded') return `%${char.charCodeAt(0).toString(16)}`;
        return spelling[at] === 'broken' ? `${char}\n` : char;
      })
      .join(''),
  ),
);
const harmless = string().map((text) => encodeURIComponent(text));
const secretPair = tuple(written, harmless, harmless).map(
  ([name, before, after]) => `${name}=${before}${canary}${after}`,
);
const harmlessPair = tuple(harmless, harmless).map((pair) => pair.join('='));
const pairs = tuple(array(harmlessPair, { maxLength: 3 }), secretPair, array(secretPair)).map(
  ([first, secret, more]) => [...first, secret, ...more].join('&'),
);
const credentials = constantFrom('', `${canary}@`, `${canary}:x@`, `x:${canary}@`);

test('no secret survives in a query, a fragment or the credentials, however its name is written', () => {
  assert(
    property(credentials, harmless, pairs, pairs, boolean(), (user, path, query, hash, both) => {
      const url = `https://${user}host.example/${path}${both ? `?${query}` : ''}#${hash}`;
      expect(redactUrl(url)).not.toContain(canary);
    }),
    { numRuns: 2000 },
  );
});

test('text that is no address is not shown at all, and nothing throws', () => {
  assert(
    property(oneof(string({ unit: 'binary' }), string()), (text) => {
      expect(URL.canParse(text) || redactUrl(text) === '[redacted]').toBe(true);
      redactUrl(text);
    }),
    { numRuns: 2000 },
  );
});

test('what was masked once stays as it is', () => {
  assert(
    property(pairs, (query) => {
      const once = redactUrl(`https://host.example/?${query}`);
      expect(redactUrl(once)).toBe(once);
    }),
  );
});
