/**
 * The tenant's two signing keys (RS256): made at first need, kept non-extractable, published with the templated issuer
 * that says whose tokens they may sign.
 */
import { calculateJwkThumbprint, exportJWK, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { EntraJwk } from '#contract/entra.ts';
import type { TenantContext } from './tenant-context.ts';

interface SigningKey {
  readonly kid: string;
  readonly pair: CryptoKeyPair;
}

export interface TenantKeys {
  /** Starts making the keys, so that they are ready when the first token is asked for. */
  prepare(): void;
  published(): Promise<EntraJwk[]>;
  sign(payload: JWTPayload): Promise<string>;
  /**
   * @throws whatever jose throws: bad signature, wrong audience, `ERR_JWT_EXPIRED`
   */
  verify(token: string, audience: readonly string[]): Promise<JWTPayload>;
}

export function createKeys(context: Pick<TenantContext, 'hosts' | 'now' | 'store'>): TenantKeys {
  let keys: Promise<readonly SigningKey[]> | undefined;
  const ready = () => (keys ??= readOrMakeKeys(context));
  return {
    prepare: () => void ready().catch(() => undefined),
    published: async () =>
      Promise.all((await ready()).map((key) => publish(key, context.hosts.login))),
    async sign(payload) {
      const [key] = await ready();
      if (!key) throw new Error('The tenant has no signing key.');
      // Entra names the key twice, as `x5t` and `kid`; clients differ in which one they read.
      const header = { typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid };
      return new SignJWT(payload).setProtectedHeader(header).sign(key.pair.privateKey);
    },
    async verify(token, audience) {
      const known = await ready();
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = known.find((candidate) => candidate.kid === kid);
          if (!key) throw new Error('The token names no key of this tenant.');
          return key.pair.publicKey;
        },
        {
          algorithms: ['RS256'],
          audience: [...audience],
          requiredClaims: ['exp'],
          currentDate: new Date(context.now()),
        },
      );
      return payload;
    },
  };
}

async function readOrMakeKeys({ store }: Pick<TenantContext, 'store'>) {
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
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    false,
    ['sign', 'verify'],
  );
  return { pair, kid: await calculateJwkThumbprint(await exportJWK(pair.publicKey)) };
}

async function publish({ kid, pair }: SigningKey, login: string): Promise<EntraJwk> {
  const { n = '', e = '' } = await exportJWK(pair.publicKey);
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, issuer: `${login}/{tenantid}/v2.0` };
}
