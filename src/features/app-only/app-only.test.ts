import { createHash, createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { generate } from 'selfsigned';
import { expect, test } from 'vitest';
import { keyCredentials, signAssertion, tokenCommand } from './assertion.ts';
import { makeCredential, readCredential } from './credential.ts';

const clientId = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';
const endpoint =
  'https://login.microsoftonline.com/5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3/oauth2/v2.0/token';
const made = makeCredential('Night watch', 30, new Date());
const digest = (hash: string, pem: string) =>
  createHash(hash).update(new X509Certificate(pem).raw).digest('base64url');

test('what is made is a certificate that others read, about the key that it comes with', async () => {
  const { pem, thumbprints, bits, exportKey } = await made;
  const read = new X509Certificate(pem);
  expect(read.subject).toBe('CN=Night watch');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(bits).toBe(2048);
  expect(thumbprints.sha1.base64url).toBe(digest('sha1', pem));
  expect(thumbprints.sha256.base64url).toBe(digest('sha256', pem));
  expect(thumbprints.sha1.hex).toBe(read.fingerprint.replaceAll(':', ''));
  const again = await readCredential(`${await exportKey?.()}${pem}`);
  expect(again.thumbprints).toEqual(thumbprints);
});

test.each(['RS256', 'PS256'] as const)(
  'jose takes an assertion signed with %s',
  async (algorithm) => {
    const credential = await made;
    const now = Date.now();
    const wish = { clientId, endpoint, algorithm, lifetime: 300, now };
    const { text } = await signAssertion(credential, wish);
    const key = await importX509(credential.pem, algorithm);
    const { payload, protectedHeader } = await jwtVerify(text, key, {
      ...{ audience: endpoint, issuer: clientId, subject: clientId },
      algorithms: [algorithm],
      requiredClaims: ['jti', 'nbf', 'exp'],
    });
    expect((payload.exp ?? 0) - (payload.nbf ?? 0)).toBe(300);
    const name = algorithm === 'RS256' ? ['x5t', 'sha1'] : ['x5t#S256', 'sha256'];
    expect(protectedHeader).toEqual({
      alg: algorithm,
      typ: 'JWT',
      [name[0] ?? '']: digest(name[1] ?? '', credential.pem),
    });
  },
);

test('both formats of the manifest carry the certificate and its thumbprint', async () => {
  const credential = await made;
  for (const format of ['key', 'value'] as const) {
    const { keyCredentials: entries } = JSON.parse(
      keyCredentials(credential, format, crypto.randomUUID()),
    ) as { keyCredentials: Record<string, string>[] };
    const der = Buffer.from(entries[0]?.[format] ?? '', 'base64');
    expect(new X509Certificate(der).subject).toBe('CN=Night watch');
    expect(entries[0]?.['customKeyIdentifier']).toBe(
      createHash('sha1').update(der).digest('base64'),
    );
  }
});

test('PEM that is of no use is told apart', async () => {
  const one = await generate([{ name: 'commonName', value: 'one' }], { keySize: 2048 });
  const { pem } = await made;
  const refused: readonly (readonly [text: string, why: string])[] = [
    [one.private + pem, 'another key'],
    [one.private + pem + pem, 'None of the 2 certificates'],
    [one.cert, 'no PRIVATE KEY'],
    [one.private, 'no CERTIFICATE'],
    [one.private + one.private + one.cert, '2 keys'],
    [`${one.private}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`, 'no X.509'],
    [one.private.replace('MII', 'MI!') + one.cert, 'not base64'],
    [one.private.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY') + one.cert, 'openssl pkey'],
    [one.private.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY') + one.cert, 'RSA key'],
    ['rubbish', 'no PRIVATE KEY'],
  ];
  for (const [text, why] of refused) await expect(readCredential(text)).rejects.toThrow(why);
  const locked = createPrivateKey(one.private).export({
    ...{ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'one' },
  });
  await expect(readCredential(locked.toString() + one.cert)).rejects.toThrow('encrypted');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  for (const [type, why] of [
    ['sec1', 'elliptic'],
    ['pkcs8', 'no RSA key'],
  ] as const) {
    const curve = privateKey.export({ type, format: 'pem' }).toString();
    await expect(readCredential(curve + one.cert)).rejects.toThrow(why);
  }
});

test('PEM is taken in whatever form it is at hand', async () => {
  const one = await generate([{ name: 'commonName', value: 'one' }], { keySize: 2048 });
  const { pem } = await made;
  const pkcs1 = createPrivateKey(one.private).export({ type: 'pkcs1', format: 'pem' }).toString();
  expect(pkcs1).toContain('RSA PRIVATE KEY');
  const chain = `Bag Attributes\n    localKeyID: 01\nsubject=CN = one\n${one.cert}${pem}`;
  const forms = [
    one.private + one.cert,
    pkcs1 + one.cert,
    chain + one.private,
    pem + one.cert + one.private,
    (one.private + one.cert).replaceAll('\r', '').replaceAll('\n', '\r\n'),
    (one.private + one.cert).replaceAll('\r', '').replaceAll('\n', String.raw`\n`),
  ];
  for (const form of forms) {
    const read = await readCredential(form);
    expect(read).toMatchObject({ subject: 'CN=one', bits: 2048, isOver: false });
    expect(read.exportKey).toBeUndefined();
  }
});

test('the command carries the whole form', () => {
  const command = tokenCommand(endpoint, clientId, 'https://manage.office.com', 'a.b.c');
  expect(command).toContain('scope=https%3A%2F%2Fmanage.office.com%2F.default');
  expect(command).toContain('client_assertion=a.b.c');
});

const printed = fileURLToPath(
  new URL('../../../../shared/sources/s3-office-365-management-apis.txt', import.meta.url),
);

test.skipIf(!existsSync(printed))(
  'the assertion printed in 2015 has the claims of ours',
  async () => {
    const [, text = ''] = /client_assertion=(eyJ[\w.-]+)/.exec(readFileSync(printed, 'utf8')) ?? [];
    const ours = await signAssertion(await made, {
      ...{ clientId, endpoint, algorithm: 'RS256', lifetime: 600, now: Date.now() },
    });
    expect(decodeProtectedHeader(text)).toEqual({
      alg: 'RS256',
      x5t: 'YyfshJC3rPQ-kpGo5dUaiY5t3iU',
    });
    const claims = decodeJwt(text);
    expect(claims.aud).toBe(
      'https://login.windows.net/41463f53-8812-40f4-890f-865bf6e35190/oauth2/token',
    );
    expect(claims.iss).toBe(claims.sub);
    expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBe(600);
    expect(Object.keys(ours.claims)).toEqual(expect.arrayContaining(Object.keys(claims)));
  },
);
