import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJwt } from '#features/tokens/jwt/decode-jwt.ts';
import { checkClaims, inWords } from './check-claims.ts';
import { compareClaims } from './compare-claims.ts';
import { knownClaim, knownHeader } from './known-claims.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: unknown, claims: unknown) =>
  `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`;
const tid = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const now = 1_795_168_800_000;
const good = {
  aud: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  tid,
  exp: now / 1000 + 3600,
  nbf: now / 1000 - 300,
  scp: 'User.Read Mail.Read',
  ver: '2.0',
};
const rs256 = { alg: 'RS256', typ: 'JWT', kid: 'k' };
const failures = (claims: object, header: object = rs256, audience?: string[]) =>
  checkClaims({ ...header }, { ...claims }, { now, ...(audience ? { audience } : {}) })
    .filter(({ result }) => result === 'fail')
    .map(({ about }) => about);

describe('a token is taken apart', () => {
  test.each([
    ['as it is', (token: string) => token],
    ['with Bearer in front', (token: string) => `Bearer ${token}`],
    ['as a header', (token: string) => `Authorization: Bearer ${token}`],
    ['out of JSON', (token: string) => `"access_token": "${token}",`],
    ['broken over lines', (token: string) => token.replace('.', '.\n  ')],
  ])('%s', (_, wrap) => {
    const reading = decodeJwt(wrap(jwt(rs256, { ...good, name: 'Zoë Ünï' })));
    expect(reading.kind === 'jwt' && reading.jwt.claims['name']).toBe('Zoë Ünï');
  });

  test('what is no JWT is told from one that is broken', () => {
    expect(decodeJwt('EwBwA8l6BAAUO9chh8cJscQLmU+LSWpbnr0').kind).toBe('opaque');
    expect(decodeJwt('eyJh.b.c.d.e').kind).toBe('encrypted');
    expect(decodeJwt('eyJhbGciOiJSUzI1NiJ9.e30').kind).toBe('broken');
    expect(decodeJwt('eyJhbGciOiJSUzI1NiJ9.!!!.c').kind).toBe('broken');
    expect(decodeJwt('a.b.c').kind).toBe('broken');
    expect(decodeJwt('').kind).toBe('opaque');
  });

  test('nothing that is pasted breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['jwt', 'encrypted', 'opaque', 'broken']).toContain(decodeJwt(text).kind);
      }),
    );
  });
});

describe('the seeds of trouble', () => {
  test('a good token has none', () => {
    expect(failures(good, rs256, [good.aud])).toEqual([]);
  });
  test.each([
    ['expired', { ...good, exp: now / 1000 - 4000 }, rs256, 'exp'],
    ['expired within the tolerance', { ...good, exp: now / 1000 - 100 }, rs256, 'exp'],
    ['without an end', { ...good, exp: undefined }, rs256, 'exp'],
    ['from the future', { ...good, nbf: now / 1000 + 1000 }, rs256, 'nbf'],
    ['of another tenant than its issuer', { ...good, tid: tid.replace('5', '6') }, rs256, 'iss'],
    ['with a tenant that is none', { ...good, tid: 'common' }, rs256, 'iss'],
    ['without an issuer', { ...good, iss: undefined }, rs256, 'iss'],
    ['not signed', good, { alg: 'none' }, 'alg'],
    ['signed with a secret', good, { alg: 'HS256' }, 'alg'],
    ['without scopes or roles', { ...good, scp: undefined }, rs256, 'scp'],
    ['for nobody', { ...good, aud: undefined }, rs256, 'aud'],
  ])('a token that is %s', (_, claims, header, about) => {
    expect(failures(claims, header)).toEqual([about]);
  });

  test('the wrong audience is one, a slash at its end is none', () => {
    expect(failures(good, rs256, ['https://graph.microsoft.com'])).toEqual(['aud']);
    expect(
      failures({ ...good, aud: 'https://outlook.office365.com/' }, rs256, [
        'https://outlook.office365.com',
      ]),
    ).toEqual([]);
  });

  test('version 1, group overage, a nonce in the header, app-only and id tokens are told', () => {
    const says = (claims: object, header: object = rs256) =>
      checkClaims({ ...header }, { ...good, ...claims }, { now })
        .map((check) => check.says)
        .join(' ');
    expect(says({ ver: '1.0', iss: `https://sts.windows.net/${tid}/` })).toContain('version 1.0');
    expect(says({ _claim_names: { groups: 'src1' } })).toContain('Too many groups');
    expect(says({}, { ...rs256, nonce: 'x' })).toContain('Microsoft Graph only');
    expect(says({ scp: undefined, roles: ['ActivityFeed.Read'] })).toContain('nobody is signed in');
    expect(says({ scp: undefined, nonce: 'n' })).toContain('opens no API');
  });
});

test('two tokens are compared claim by claim, scopes one by one', () => {
  const changes = compareClaims(good, {
    ...good,
    scp: 'User.Read Contacts.Read',
    exp: 1,
    acrs: ['c1'],
  });
  expect(changes.filter(({ kind }) => kind !== 'same').map(({ name }) => name)).toEqual([
    'exp',
    'scp',
    'acrs',
  ]);
  expect(changes.find(({ name }) => name === 'scp')).toMatchObject({
    gone: ['Mail.Read'],
    come: ['Contacts.Read'],
  });
});

test('durations are told as a person would', () => {
  expect([5, 89, 90, 3600, 7200, 86_400, 5_000_000].map(inWords)).toEqual([
    '5 s',
    '89 s',
    '2 min',
    '60 min',
    '2 h',
    '24 h',
    '58 days',
  ]);
});

test('the claims of Microsoft’s tokens are known; names that every object has are none', () => {
  for (const name of ['aud', 'scp', 'oid', 'xms_cc', 'uti', 'rh', 'aio', 'wids', 'acrs'])
    expect(knownClaim(name)?.meaning).toMatch(/\.$/);
  expect(knownHeader('kid')).toBeDefined();
  expect(knownClaim('constructor')).toBeUndefined();
});
