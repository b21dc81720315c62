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
import { BadPem, blocksOf, bytesOf, certificatesOf, keyOf } from './pem.ts';
import { thumbprintsOf, type Thumbprints } from './thumbprints.ts';

export type Algorithm = 'RS256' | 'PS256';

export interface Credential {
  readonly subject: string;
  readonly notAfter: Date;
  /** It was when it was read. */
  readonly isOver: boolean;
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
 * @param text a key and its certificate, in any order and among others, as a chain has them
 * @throws {BadPem}
 */
export async function readCredential(text: string): Promise<Credential> {
  const blocks = blocksOf(text);
  const key = keyOf(blocks);
  const certificates = certificatesOf(blocks);
  let problem: unknown;
  for (const { body } of certificates) {
    try {
      return { ...(await credentialOf(certificateOf(body), key)), exportKey: undefined };
    } catch (error) {
      // Of a chain only one is about the key; of a single one the reason is told.
      problem ??= error;
    }
  }
  throw certificates.length > 1 && problem instanceof OtherKey
    ? new BadPem(`None of the ${certificates.length} certificates belongs to the key.`)
    : problem;
}

class OtherKey extends BadPem {}

function certificateOf(body: string): X509Certificate {
  try {
    return new X509Certificate(bytesOf(body));
  } catch (error) {
    if (error instanceof BadPem) throw error;
    throw new BadPem('The CERTIFICATE block is no X.509 certificate.');
  }
}

async function credentialOf(
  certificate: X509Certificate,
  pkcs8: ArrayBuffer,
): Promise<Omit<Credential, 'exportKey'>> {
  const der = new Uint8Array(certificate.rawData);
  const importFor = (algorithm: Algorithm) =>
    crypto.subtle.importKey('pkcs8', pkcs8, { name: names[algorithm], hash }, false, ['sign']);
  const keys = await Promise.all([importFor('RS256'), importFor('PS256')]).catch(() => {
    throw new BadPem('The key is no RSA key, and Entra takes no other.');
  });
  const bits = await checkPair(certificate, keys[0]);
  return {
    subject: certificate.subject,
    notAfter: certificate.notAfter,
    isOver: certificate.notAfter.getTime() < Date.now(),
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
    throw new OtherKey('The certificate belongs to another key.');
  const bits = (publicKey.algorithm as RsaKeyAlgorithm).modulusLength;
  if (bits < leastBits) throw new BadPem(`The key has ${bits} bits; Entra wants ${leastBits}.`);
  return bits;
}

function pemOf(label: string, bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return `-----BEGIN ${label}-----\n${base64.replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`;
}
