/** The keys that Entra signs id_tokens with, fetched beside the code's redemption and kept for this document. */
import type { EntraJwk } from '#contract/entra.ts';
import { send } from '#http/send.ts';
import { AuthError } from './auth-error.ts';

export interface SigningKeys {
  /** @throws {NetworkError | AuthError} `unavailable`, `answer-refused` */
  get(jwksUri: string): Promise<readonly EntraJwk[]>;
  /** After a roll-over: the keys again, or `undefined` when they are too young for that to help. */
  newer(jwksUri: string): Promise<readonly EntraJwk[]> | undefined;
}

/** A token signed with a key we do not know makes us ask again, but not more often than this. */
const shortestInterval = 60_000;

export function createSigningKeys(): SigningKeys {
  const kept = new Map<string, { keys: Promise<readonly EntraJwk[]>; fetchedAt: number }>();

  function fetchKeys(jwksUri: string): Promise<readonly EntraJwk[]> {
    const keys = readKeys(jwksUri);
    kept.set(jwksUri, { keys, fetchedAt: Date.now() });
    keys.catch(() => kept.delete(jwksUri));
    return keys;
  }

  return {
    get: (jwksUri) => kept.get(jwksUri)?.keys ?? fetchKeys(jwksUri),
    newer(jwksUri) {
      const known = kept.get(jwksUri);
      if (known && Date.now() - known.fetchedAt < shortestInterval) return undefined;
      return fetchKeys(jwksUri);
    },
  };
}

async function readKeys(jwksUri: string): Promise<readonly EntraJwk[]> {
  const init = { headers: { accept: 'application/json' } };
  const response = await send(jwksUri, init, { cause: 'sign-in', stamp: 'none' });
  if (!response.ok) {
    throw new AuthError({
      kind: response.status === 429 || response.status >= 500 ? 'unavailable' : 'answer-refused',
      message: `The signing keys could not be read (status ${response.status}).`,
    });
  }
  const body = (await response.json().catch(() => undefined)) as { keys?: unknown } | undefined;
  if (!Array.isArray(body?.keys)) {
    throw new AuthError({ kind: 'answer-refused', message: 'The signing keys could not be read.' });
  }
  return body.keys as EntraJwk[];
}
