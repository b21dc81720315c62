/**
 * Who signed in, proven: the id_token's signature by a key that may sign for its issuer. oauth4webapi has compared
 * issuer, audience, nonce and times before; it does not know that Entra binds each key to an issuer.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signing-key-issuer
 */
import {
  getValidatedIdTokenClaims,
  jwksCache,
  KEY_SELECTION,
  type OperationProcessingError,
  validateApplicationLevelSignature,
  type IDToken,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import type { EntraJwk, IdTokenClaims } from '#contract/entra.ts';
import { keySignsFor, type Authority } from '#auth/authority.ts';
import type { SigningKeys } from './signing-keys.ts';

export type ProvenClaims = IDToken & IdTokenClaims;

export interface ProvenIdToken {
  readonly text: string;
  readonly claims: ProvenClaims;
  /** Those that may sign for its issuer; the one that its header names did. */
  readonly keys: readonly EntraJwk[];
}

/**
 * @param response the very object that oauth4webapi processed into `answer`
 * @throws {OperationProcessingError} no key for this token, or a signature that is not the key's
 */
export async function proveIdToken(
  authority: Authority,
  keys: SigningKeys,
  answer: TokenEndpointResponse,
  response: Response,
): Promise<ProvenIdToken | undefined> {
  const claims = getValidatedIdTokenClaims(answer) as ProvenClaims | undefined;
  if (!claims) return undefined;
  const prove = async (all: readonly EntraJwk[]): Promise<ProvenIdToken> => {
    const its = all.filter((key) => keySignsFor(key.issuer, claims.iss, claims.tid));
    await validateApplicationLevelSignature({ ...authority }, response, {
      [jwksCache]: { jwks: { keys: its }, uat: Math.floor(Date.now() / 1000) },
    });
    return { text: answer.id_token ?? '', claims, keys: its };
  };
  try {
    return await prove(await keys.get(authority.jwks_uri));
  } catch (error) {
    const { code } = error as Partial<OperationProcessingError>;
    const newer = code === KEY_SELECTION ? keys.newer(authority.jwks_uri) : undefined;
    if (!newer) throw error;
    return prove(await newer);
  }
}

/**
 * The tenant an id_token names, read before anything is verified: only to choose which issuer to compare with.
 * Reads a copy, so that the answer can still be processed.
 */
export async function namedTenant(response: Response): Promise<unknown> {
  try {
    const { id_token: idToken } = (await response.clone().json()) as { id_token?: string };
    const payload = idToken?.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/');
    if (!payload) return undefined;
    // Names in it are not read rightly so; a tenant is a GUID.
    return (JSON.parse(atob(payload)) as { tid?: unknown }).tid;
  } catch {
    return undefined;
  }
}

/** OpenID Connect Core section 12.2: a renewed id_token is about the same person at the same issuer. */
export function isSamePerson(before: ProvenClaims, after: ProvenClaims): boolean {
  return (
    before.iss === after.iss &&
    before.sub === after.sub &&
    before.tid === after.tid &&
    before.oid === after.oid
  );
}
