/** PEM as people have it: a key in one of its forms, certificates, and what tools write between them. */

/** In words that a person can follow. */
export class BadPem extends Error {}

/** What stands between BEGIN and END. */
export interface Block {
  readonly label: string;
  readonly body: string;
}

const withoutPassphrase = 'openssl pkey -in key.pem -out open-key.pem';

export function blocksOf(text: string): Block[] {
  // Where a variable of an environment holds it, the line ends are two letters.
  const lines = text.replaceAll(String.raw`\r`, '').replaceAll(String.raw`\n`, '\n');
  const whole = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;
  return [...lines.matchAll(whole)].map(([, label = '', body = '']) => ({ label, body }));
}

/** @throws {BadPem} unless there is one */
export function certificatesOf(blocks: readonly Block[]): readonly Block[] {
  const found = blocks.filter(({ label }) => /^(?:X509 )?CERTIFICATE$/.test(label));
  if (found.length === 0) throw new BadPem('There is no CERTIFICATE block in it.');
  return found;
}

/**
 * The key in PKCS#8.
 * @throws {BadPem}
 */
export function keyOf(blocks: readonly Block[]): ArrayBuffer {
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const [key] = keys;
  if (!key) throw new BadPem('There is no PRIVATE KEY block in it.');
  if (keys.length > 1) throw new BadPem(`There are ${keys.length} keys in it; leave one.`);
  if (key.label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/m.test(key.body)) {
    throw new BadPem(`The key is encrypted. Take the passphrase off: ${withoutPassphrase}`);
  }
  switch (key.label) {
    case 'PRIVATE KEY':
      return bytesOf(key.body).buffer;
    case 'RSA PRIVATE KEY':
      return asPkcs8(bytesOf(key.body)).buffer;
    case 'EC PRIVATE KEY':
      throw new BadPem('That is an elliptic curve’s key, and Entra takes RSA keys only.');
    default:
      throw new BadPem(`A ${key.label} is none that Entra takes: it has to be an RSA key.`);
  }
}

/** The same key with its kind in front (RFC 5208): only so a browser reads it. */
function asPkcs8(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const kind = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
  return valueOf(0x30, Uint8Array.from([2, 1, 0, ...kind, ...valueOf(4, pkcs1)]));
}

/** One value of DER; the length of a longer one stands in bytes of its own, whose number stands before them. */
function valueOf(tag: number, value: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = value;
  const long = length < 256 ? [length] : [length >> 8, length & 255];
  const size = length < 128 ? [length] : [0x80 + long.length, ...long];
  return Uint8Array.from([tag, ...size, ...value]);
}

/** @throws {BadPem} */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (each) => each.charCodeAt(0));
  } catch {
    throw new BadPem('A block is not base64. Was all of it copied?');
  }
}
