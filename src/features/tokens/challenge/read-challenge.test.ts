import { expect, test } from 'vitest';
import { explainChallenge, readPastedChallenge } from './read-challenge.ts';

const revoked = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
const header = (claims: string, error = 'insufficient_claims') =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="${error}", claims="${btoa(claims)}"`;

test.each([
  ['the value', header(revoked)],
  ['the whole line', `WWW-Authenticate: ${header(revoked)}`],
  ['the claims alone', revoked],
])('a challenge is read from %s', (_, text) => {
  expect(readPastedChallenge(text)).toEqual({
    kind: 'claims',
    json: revoked,
    wishes: [
      {
        name: 'access_token.nbf',
        says: 'A token issued after 2024-09-13T20:08:42.000Z: earlier ones were called back. Essential: without it the token is worth nothing here.',
      },
    ],
  });
});

test('an authentication context is told', () => {
  const wish = explainChallenge('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}');
  expect(wish).toMatchObject({ wishes: [{ says: expect.stringContaining('context c1') }] });
});

test.each([
  ['Bearer realm=""', 'a plain 401'],
  [header(revoked, 'invalid_token'), 'insufficient_claims'],
  ['Bearer error="insufficient_claims", claims="%%%"', 'cannot be read'],
  ['Basic realm="x"', 'bearer'],
  ['{"access_token":', 'no JSON'],
])('what is no challenge says why: %s', (text, because) => {
  expect(readPastedChallenge(text)).toEqual({
    kind: 'none',
    because: expect.stringContaining(because),
  });
});

test('nothing is nothing', () => {
  expect(readPastedChallenge('  ')).toBeUndefined();
});
