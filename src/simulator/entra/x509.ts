/**
 * As much of X.509 as the tenant needs: a self-signed certificate round a signing key (`x5c`), and the public key and
 * fingerprints of a certificate that somebody registers for an application. DER is type, length, value (X.690).
 */
import type { Certificate } from './registrations.ts';
import { toBase64Url } from './seal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const integer = 0x02;
const bitString = 0x03;
const sequence = 0x30;
const set = 0x31;
/** `sha256WithRSAEncryption`, with its empty parameters. */
const sha256WithRsa = hex('300d06092a864886f70d01010b0500');
const commonName = hex('0603550403');

/** Valid from 2020 to 2049: nobody checks, and the same key must not look new every minute. */
export async function selfSigned(pair: CryptoKeyPair, name: string): Promise<Bytes> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const named = der(sequence, der(set, der(sequence, commonName, der(0x0c, encode(name)))));
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const day = (text: string) => der(0x17, encode(text));
  const body = der(
    sequence,
    der(0xa0, der(integer, new Uint8Array([2]))),
    der(integer, serial),
    sha256WithRsa,
    named,
    der(sequence, day('200101000000Z'), day('491231235959Z')),
    named,
    spki,
  );
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, body));
  return der(sequence, body, sha256WithRsa, der(bitString, new Uint8Array([0]), signature));
}

/**
 * @param text PEM, or the base64 of the DER alone
 * @throws {Error} for anything that is no certificate with an RSA key
 */
export async function readCertificate(text: string): Promise<Certificate> {
  const base64 = text.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const [body] = children(bytes, children(bytes, { start: 0, end: bytes.length })[0]);
  const parts = children(bytes, body);
  // Version is there in every certificate of today, and is left out of the oldest ones.
  const spki = parts[bytes[body?.start ?? 0] === 0xa0 ? 6 : 5];
  if (!spki) throw new Error('That is no X.509 certificate.');
  const publicKey = bytes.slice(spki.outer, spki.end);
  await crypto.subtle.importKey('spki', publicKey, { name: 'RSA-PSS', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  const digest = async (name: string) =>
    toBase64Url(new Uint8Array(await crypto.subtle.digest(name, bytes)));
  return { publicKey, sha1: await digest('SHA-1'), sha256: await digest('SHA-256') };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The elements inside one, with where each begins including its own head. */
function children(bytes: Bytes, place: Place | undefined): (Place & { outer: number })[] {
  const found = [];
  let at = place?.start ?? 0;
  while (at < (place?.end ?? 0)) {
    const first = bytes[at + 1] ?? 0;
    const more = first > 0x80 ? first - 0x80 : 0;
    let length = more > 0 ? 0 : first;
    for (let index = 0; index < more; index += 1)
      length = length * 256 + (bytes[at + 2 + index] ?? 0);
    const start = at + 2 + more;
    if (start + length > bytes.length) throw new Error('That is no X.509 certificate.');
    found.push({ outer: at, start, end: start + length });
    at = start + length;
  }
  return found;
}

function der(type: number, ...parts: readonly Bytes[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return new Uint8Array([type, ...size, ...parts.flatMap((part) => [...part])]);
}

function hex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}
