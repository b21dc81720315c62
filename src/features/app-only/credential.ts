/**
 * A key and its certificate, in the memory of this page: made here or taken from PEM. The library is fetched with this
 * file, so import it with `import()`.
 */
// First: the library below describes its classes with it.
import 'reflect-metadata';
import {
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { thumbprintsOf, type Thumbprints } from './thumbprints.ts';

export type Algorithm = 'RS256' | 'PS256';

export interface Credential {
  readonly subject: string;
  readonly notAfter: Date;
  readonly bits: number;
  /** The certificate: public. */
  readonly pem: string;
  readonly der: Uint8Array<ArrayBuffer>;
  readonly thumbprints: Thumbprints;
  /** Cannot be read out; each signs in one way only. */
  readonly keys: Readonly<Record<Algorithm, CryptoKey>>;
  /** Gives the key as PEM, to whoever has it made here and asks for it. */
  readonly exportKey: (() => Promise<string>) | undefined;
}

/** In words that a person can follow. */
export class BadPem extends Error {}

const names = { RS256: 'RSASSA-PKCS1-v1_5', PS256: 'RSA-PSS' } as const;
const hash = 'SHA-256';
/** Entra refuses shorter ones. */
const leastBits = 2048;

export async function makeCredential(name: string, days: number, now: Date): Promise<Credential> {
  const pair = await crypto.subtle.generateKey(
    {
      name: names.RS256,
      hash,
      modulusLength: leastBits,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: [...serial].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    name: [{ CN: [name] }],
    notBefore: now,
    notAfter: new Date(now.getTime() + days * 86_400_000),
    signingAlgorithm: { name: names.RS256, hash },
    keys: pair,
    extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return {
    ...(await credentialOf(certificate, pkcs8)),
    exportKey: async () =>
      pemOf('PRIVATE KEY', new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
  };
}

/**
 * @param text a certificate and a key in PKCS#8, in any order
 * @throws {BadPem}
 */
export async function readCredential(text: string): Promise<Credential> {
  const blocks = new Map(
    [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g)].map(
      ([, label = '', body = '']) => [label, body],
    ),
  );
  if (blocks.has('ENCRYPTED PRIVATE KEY'))
    throw new BadPem(
      'The key is encrypted. Take the passphrase off: openssl pkcs8 -in key.pem -nocrypt.',
    );
  if (blocks.has('RSA PRIVATE KEY'))
    throw new BadPem(
      'That is a PKCS#1 key. Make it PKCS#8: openssl pkcs8 -topk8 -nocrypt -in key.pem.',
    );
  if (blocks.has('EC PRIVATE KEY')) throw new BadPem('Entra takes RSA keys only.');
  const key = blocks.get('PRIVATE KEY');
  const certificate = blocks.get('CERTIFICATE');
  if (key === undefined) throw new BadPem('There is no PRIVATE KEY block (PKCS#8) in it.');
  if (certificate === undefined) throw new BadPem('There is no CERTIFICATE block in it.');
  let read: X509Certificate;
  try {
    read = new X509Certificate(bytesOf(certificate));
  } catch {
    throw new BadPem('The CERTIFICATE block is no X.509 certificate.');
  }
  const credential = await credentialOf(read, bytesOf(key).buffer);
  return { ...credential, exportKey: undefined };
}

async function credentialOf(
  certificate: X509Certificate,
  pkcs8: ArrayBuffer,
): Promise<Omit<Credential, 'exportKey'>> {
  const der = new Uint8Array(certificate.rawData);
  const importFor = (algorithm: Algorithm) =>
    crypto.subtle.importKey('pkcs8', pkcs8, { name: names[algorithm], hash }, false, ['sign']);
  const keys = await Promise.all([importFor('RS256'), importFor('PS256')]).catch(() => {
    throw new BadPem('The key is no RSA key in PKCS#8.');
  });
  const bits = await checkPair(certificate, keys[0]);
  return {
    subject: certificate.subject,
    notAfter: certificate.notAfter,
    bits,
    pem: pemOf('CERTIFICATE', der),
    der,
    thumbprints: await thumbprintsOf(der),
    keys: { RS256: keys[0], PS256: keys[1] },
  };
}

/** @returns bits of the key; @throws {BadPem} unless the certificate is about this very key, and it is long enough */
async function checkPair(certificate: X509Certificate, privateKey: CryptoKey): Promise<number> {
  const algorithm = { name: names.RS256, hash };
  const text = crypto.getRandomValues(new Uint8Array(16));
  const publicKey = await crypto.subtle
    .importKey('spki', certificate.publicKey.rawData, algorithm, true, ['verify'])
    .catch(() => {
      throw new BadPem('The certificate holds no RSA key.');
    });
  const signature = await crypto.subtle.sign(algorithm, privateKey, text);
  if (!(await crypto.subtle.verify(algorithm, publicKey, signature, text)))
    throw new BadPem('The certificate belongs to another key.');
  const bits = (publicKey.algorithm as RsaKeyAlgorithm).modulusLength;
  if (bits < leastBits) throw new BadPem(`The key has ${bits} bits; Entra wants ${leastBits}.`);
  return bits;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (each) => each.charCodeAt(0));
  } catch {
    throw new BadPem('A block is not base64. Was all of it copied?');
  }
}

function pemOf(label: string, bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return `-----BEGIN ${label}-----\n${base64.replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`;
}
