/**
 * The cloud's signing keys (RS256), non-extractable: two for work accounts, published with the templated issuer that says
 * whose tokens they may sign, and one for personal accounts, whose issuer is concrete. They can be rolled.
 */
import type { EntraJwk } from '#contract/entra.ts';
import { consumerTenant } from '#simulator/seed/tenants.ts';
import type { TenantContext, TenantStore } from '#simulator/tenant-context.ts';
import { forgetOldest, fromBase64Url, toBase64Url } from './seal.ts';
import { selfSigned } from './x509.ts';

interface SigningKey {
  readonly kid: string;
  readonly pair: CryptoKeyPair;
  /** DER, base64. */
  readonly certificate: string;
  readonly isForConsumers: boolean;
}

export type Claims = Readonly<Record<string, unknown>>;

export interface TenantKeys {
  /** Starts making the keys, so that they are ready when the first token is asked for. */
  prepare(): void;
  /** @param tenantId whose keys; of everybody when not said */
  published(tenantId?: string): Promise<EntraJwk[]>;
  /** As a compact JWS (RFC 7515 section 7.1). */
  sign(claims: Claims, options?: { readonly forGraph?: boolean }): Promise<string>;
  /** The claims of a token that one of these keys signed, whatever they say; else `undefined`. */
  verified(token: string): Promise<Claims | undefined>;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const storeKey = 'signing keys';

export function createKeys(
  context: Pick<TenantContext, 'hosts' | 'store'> & { readonly generation: () => number },
): TenantKeys {
  /** Tokens that were signed here lately, which need no other thread to say so. */
  const lately = new Map<string, true>();
  const made = (token: string) => {
    lately.set(token, true);
    forgetOldest(lately);
    return token;
  };
  let known: { generation: number; keys: Promise<readonly SigningKey[]> } | undefined;
  const ready = () => {
    const generation = context.generation();
    if (known?.generation !== generation)
      known = { generation, keys: readOrMakeKeys(context.store) };
    return known.keys;
  };
  return {
    prepare: () => void ready().catch(() => undefined),
    async published(tenantId) {
      const keys = (await ready()).filter(
        (key) => tenantId === undefined || key.isForConsumers === (tenantId === consumerTenant),
      );
      return Promise.all(keys.map((key) => publish(key, context.hosts.login)));
    },
    async sign(claims, { forGraph = false } = {}) {
      const isForConsumers = claims['tid'] === consumerTenant;
      const key = (await ready()).find((each) => each.isForConsumers === isForConsumers);
      if (!key) throw new Error('The tenant has no signing key.');
      // The older form of a token names the key twice, as `x5t` and `kid`; clients differ in which one they read.
      const twice = claims['ver'] === '2.0' ? {} : { x5t: key.kid };
      const header = { typ: 'JWT', alg: 'RS256', ...twice, kid: key.kid };
      if (!forGraph) return made(await signed(key, header, claims));
      // Graph's tokens are signed over the hash of the nonce that they show, so that nobody but Graph can verify them.
      const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
      const [, payload = '', signature = ''] = (
        await signed(key, { ...header, nonce: await hashed(nonce) }, claims)
      ).split('.');
      return made(`${jsonPart({ ...header, nonce })}.${payload}.${signature}`);
    },
    async verified(token) {
      const [header = '', claims = '', signature = '', ...more] = token.split('.');
      const facts = readPart(header) ?? {};
      const { alg, kid, nonce } = facts;
      const key = (await ready()).find((candidate) => candidate.kid === kid);
      const bytes = readBytes(signature);
      if (!key || !bytes || alg !== 'RS256' || more.length > 0) return undefined;
      if (lately.has(token)) return readPart(claims);
      const signedHeader =
        typeof nonce === 'string' ? jsonPart({ ...facts, nonce: await hashed(nonce) }) : header;
      const isOurs = await crypto.subtle.verify(
        algorithm,
        key.pair.publicKey,
        bytes,
        encode(`${signedHeader}.${claims}`),
      );
      return isOurs ? readPart(claims) : undefined;
    },
  };
}

/** A new key signs from now on; of the two before it, the younger is published a while longer. */
export async function rollKeys(store: TenantStore): Promise<void> {
  const [consumer, work] = await Promise.all([makeKey(true), makeKey(false)]);
  await store.update<readonly SigningKey[]>(storeKey, (before) => {
    const old = (isForConsumers: boolean) =>
      (before ?? []).filter((key) => key.isForConsumers === isForConsumers).slice(0, 1);
    return [work, ...old(false), consumer, ...old(true)];
  });
}

async function signed(key: SigningKey, header: object, claims: Claims): Promise<string> {
  const text = `${jsonPart(header)}.${jsonPart(claims)}`;
  const signature = await crypto.subtle.sign(algorithm, key.pair.privateKey, encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

async function hashed(text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encode(text))));
}

function jsonPart(value: object): string {
  return toBase64Url(encode(JSON.stringify(value)));
}

export function readPart(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(part)));
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

export function readBytes(part: string): Uint8Array<ArrayBuffer> | undefined {
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
  const kept = await store.read<readonly SigningKey[]>(storeKey);
  if (kept) return kept;
  const made = await Promise.all([makeKey(false), makeKey(false), makeKey(true)]);
  // Making keys takes a while; another document of this browser may have been quicker, and its tokens are out already.
  return (
    (await store.update<readonly SigningKey[]>(storeKey, (quicker) => quicker ?? made)) ?? made
  );
}

async function makeKey(isForConsumers: boolean): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    false,
    ['sign', 'verify'],
  );
  const der = await selfSigned(pair, 'accounts.accesscontrol.windows.net');
  const thumbprint = new Uint8Array(await crypto.subtle.digest('SHA-1', der));
  return {
    pair,
    kid: toBase64Url(thumbprint),
    certificate: btoa(String.fromCharCode(...der)),
    isForConsumers,
  };
}

async function publish(key: SigningKey, login: string): Promise<EntraJwk> {
  const { kid, pair, certificate, isForConsumers } = key;
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    kty: 'RSA',
    use: 'sig',
    kid,
    x5t: kid,
    n,
    e,
    x5c: [certificate],
    issuer: `${login}/${isForConsumers ? consumerTenant : '{tenantid}'}/v2.0`,
  };
}
