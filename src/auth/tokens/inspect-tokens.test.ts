import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import type { HeldTokens } from './held-tokens.ts';
import { tokenReport, tokenText } from './inspect-tokens.ts';
import type { TokenSet } from './token-set.ts';

const { graph } = clouds.global;
const encoded = (value: unknown) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
const jwt = (header: unknown, claims: unknown) => `${encoded(header)}.${encoded(claims)}.x`;
const claims = { aud: 'c', iss: 'i', name: 'Śląsk ??>>~~ þÿ' };

function held(more: Partial<HeldTokens> = {}, accessToken = jwt({ alg: 'RS256' }, claims)) {
  const token: TokenSet = {
    resource: graph,
    accessToken,
    scopes: ['user.read'],
    asked: ['https://graph.microsoft.com/User.Read'],
    cameBy: 'code',
    renewedWith: [],
    askedAt: 1,
    refreshAt: 2,
    expiresAt: 300,
  };
  return {
    claims: { aud: ['a', 'b'], iss: 'issuer' },
    idToken: {
      text: jwt({ kid: 'two' }, claims),
      keys: [
        { kid: 'one', issuer: 'x' },
        { kid: 'two', issuer: 'y' },
      ],
      cameBy: 'renewal',
      gotAt: 7,
    },
    refreshToken: 'refresh',
    refreshTokenEndsAt: 200,
    signedInAt: 5,
    rotations: 3,
    rotatedAt: 6,
    isDeveloper: true,
    tokens: new Map([[graph.identifier, token]]),
    ...more,
  } as unknown as HeldTokens;
}

test('an access token is told in its claims, and ends with the session at the latest', () => {
  expect(tokenReport(held()).accessTokens).toEqual([
    {
      resource: graph.identifier,
      title: 'Microsoft Graph',
      isOpaque: false,
      header: { alg: 'RS256' },
      claims,
      cameBy: 'code',
      gotAt: 1,
      asked: ['User.Read'],
      granted: ['user.read'],
      renewedFrom: 2,
      expiresAt: 200,
    },
  ]);
  expect(tokenReport(held({ refreshTokenEndsAt: 400 })).accessTokens[0]?.expiresAt).toBe(300);
});

test.each([
  ['one word', 'EwBgA8l6BAAUs5'],
  ['two parts', `${encoded({})}.${encoded({})}`],
  ['five parts', `${jwt({}, {})}.y.z`],
  ['a header that is no object', jwt([], {})],
  ['claims that are no object', jwt({}, 5)],
  ['claims that are nothing', jwt({}, null)],
  ['claims that cannot be read', `${encoded({})}.%.x`],
])('a token of %s is opaque', (_, text) => {
  const [token] = tokenReport(held({}, text)).accessTokens;
  expect(token).toMatchObject({ isOpaque: true, header: undefined, claims: undefined });
});

test('an id token is told with the key that its signature was checked with', () => {
  expect(tokenReport(held()).idToken).toEqual({
    header: { kid: 'two' },
    claims,
    cameBy: 'renewal',
    gotAt: 7,
    verification: {
      result: 'valid',
      algorithm: 'RS256',
      keyId: 'two',
      keyIssuer: 'y',
      issuer: 'issuer',
      audience: 'a b',
      nonceCompared: false,
    },
  });
  const { idToken } = held();
  const told = (more: object) =>
    tokenReport(held({ idToken: { ...idToken, ...more } } as Partial<HeldTokens>)).idToken;
  expect(told({ cameBy: 'code' })?.verification).toMatchObject({ nonceCompared: true });
  expect(told({ keys: [] })).toBeUndefined();
  expect(told({ text: 'opaque', keys: [{ issuer: 'x' }] })).toBeUndefined();
});

test('a refresh token is told by its times alone, and only while it is there', () => {
  expect(tokenReport(held()).refreshToken).toEqual({
    since: 5,
    endsAt: 200,
    rotations: 3,
    rotatedAt: 6,
  });
  expect(tokenReport(held({ refreshToken: undefined })).refreshToken).toBeUndefined();
  const nobody = { accessTokens: [], idToken: undefined, refreshToken: undefined };
  expect(tokenReport(undefined)).toEqual(nobody);
});

test('a text is told to a developer, and that there is none to anybody', () => {
  const access = { kind: 'access-token', resource: graph.identifier } as const;
  expect(tokenText(held(), access)).toBe(jwt({ alg: 'RS256' }, claims));
  expect(tokenText(held(), { kind: 'id-token' })).toBe(jwt({ kid: 'two' }, claims));
  expect(() => tokenText(held({ isDeveloper: false }), access)).toThrow('Only a developer session');
  for (const which of [{ kind: 'id-token' }, access] as const)
    expect(() => tokenText(undefined, which)).toThrow('No such token is held.');
  expect(() => tokenText(held(), { ...access, resource: 'other' })).toThrow('No such token');
});
