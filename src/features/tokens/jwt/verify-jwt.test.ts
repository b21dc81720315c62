import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import type { EntraJwk } from '#contract/entra.ts';
import { verifyJwt } from './verify-jwt.ts';

let keys: EntraJwk[];
let sign: (header?: Record<string, unknown>) => Promise<string>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  keys = [{ ...jwk, kid: 'k1', use: 'sig', x5t: 'k1', issuer } as EntraJwk];
  sign = (header = {}) =>
    new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
      .sign(privateKey);
});

test('a signature of the issuer’s key holds, also with Bearer in front', async () => {
  expect(await verifyJwt(`Bearer ${await sign()}`, keys)).toMatchObject({ kind: 'valid' });
});

test('a changed claim is a forgery', async () => {
  const [header, , signature] = (await sign()).split('.');
  const other = Buffer.from('{"sub":"somebody else"}').toString('base64url');
  expect(await verifyJwt(`${header}.${other}.${signature}`, keys)).toEqual({ kind: 'forged' });
});

test('another key, Graph’s nonce and another algorithm are told apart from a forgery', async () => {
  expect(await verifyJwt(await sign({ kid: 'k2' }), keys)).toEqual({
    kind: 'unknown-key',
    kid: 'k2',
  });
  expect(await verifyJwt(await sign({ nonce: 'n' }), keys)).toEqual({ kind: 'not-ours' });
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
  expect(await verifyJwt(none, keys)).toEqual({ kind: 'unsupported', algorithm: 'none' });
});
