/**
 * The tenant's two signing keys (RS256): made at first need, kept non-extractable, published with the templated issuer
 * that says whose tokens they may sign.
 */
import type { EntraJwk } from '#contract/entra.ts';
import { fromBase64Url, toBase64Url } from './seal.ts';
import type { TenantContext, TenantStore } from '#simulator/tenant-context.ts';

interface SigningKey {
  readonly kid: string;
  readonly pair: CryptoKeyPair;
}

export type Claims = Readonly<Record<string, unknown>>;

export interface TenantKeys {
  /** Starts making the keys, so that they are ready when the first token is asked for. */
  prepare(): void;
  published(): Promise<EntraJwk[]>;
  /** As a compact JWS (RFC 7515 section 7.1). */
  sign(claims: Claims): Promise<string>;
  /** The claims of a token that one of these keys signed, whatever they say; else `undefined`. */
  verified(token: string): Promise<Claims | undefined>;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

export function createKeys(context: Pick<TenantContext, 'hosts' | 'store'>): TenantKeys {
  let keys: Promise<readonly SigningKey[]> | undefined;
  const ready = () => (keys ??= readOrMakeKeys(context.store));
  return {
    prepare: () => void ready().catch(() => undefined),
    published: async () =>
      Promise.all((await ready()).map((key) => publish(key, context.hosts.login))),
    async sign(claims) {
      const [key] = await ready();
      if (!key) throw new Error('The tenant has no signing key.');
      // Entra names the key twice, as `x5t` and `kid`; clients differ in which one they read.
      const header = { typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid };
      const signed = `${jsonPart(header)}.${jsonPart(claims)}`;
      const signature = await crypto.subtle.sign(algorithm, key.pair.privateKey, encode(signed));
      return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
    },
    async verified(token) {
      const [header = '', claims = '', signature = '', ...more] = token.split('.');
      const { alg, kid } = readPart(header) ?? {};
      const key = (await ready()).find((candidate) => candidate.kid === kid);
      const bytes = readBytes(signature);
      if (!key || !bytes || alg !== 'RS256' || more.length > 0) return undefined;
      const isOurs = await crypto.subtle.verify(
        algorithm,
        key.pair.publicKey,
        bytes,
        encode(`${header}.${claims}`),
      );
      return isOurs ? readPart(claims) : undefined;
    },
  };
}

function jsonPart(value: object): string {
  return toBase64Url(encode(JSON.stringify(value)));
}

function readPart(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(part)));
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function readBytes(part: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64Url(part);
  } catch {
    return undefined;
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function readOrMakeKeys(store: TenantStore): Promise<readonly SigningKey[]> {
  const kept = await store.read<readonly SigningKey[]>('signing keys');
  if (kept) return kept;
  const made = await Promise.all([makeKey(), makeKey()]);
  // Making keys takes a while; another document of this browser may have been quicker, and its tokens are out already.
  const quicker = await store.read<readonly SigningKey[]>('signing keys');
  if (quicker) return quicker;
  await store.write('signing keys', made);
  return made;
}

async function makeKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    false,
    ['sign', 'verify'],
  );
  return { pair, kid: toBase64Url(crypto.getRandomValues(new Uint8Array(20))) };
}

async function publish({ kid, pair }: SigningKey, login: string): Promise<EntraJwk> {
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, issuer: `${login}/{tenantid}/v2.0` };
}
