/** The keys that Entra signs id_tokens with, fetched beside the code's redemption and kept for this document. */
import type { EntraJwk } from '#contract/entra.ts';
import { AuthError } from '#auth/auth-error.ts';
import { sendForKeys } from './send-for-keys.ts';

export interface SigningKeys {
  /** @throws {NetworkError | AuthError} `unavailable`, `answer-refused` */
  get(jwksUri: string): Promise<readonly EntraJwk[]>;
  /** After a roll-over: the keys again, or `undefined` when they are too young for that to help. */
  newer(jwksUri: string): Promise<readonly EntraJwk[]> | undefined;
}

/** A token signed with a key we do not know makes us ask again, but not more often than this. */
const shortestInterval = 60_000;

/** @param underway a request for the keys of `jwksUri` that has been sent already */
export function createSigningKeys(jwksUri: string, underway: Promise<Response>): SigningKeys {
  const kept = new Map<string, { keys: Promise<readonly EntraJwk[]>; fetchedAt: number }>();

  function keep(uri: string, answer: Promise<Response>): Promise<readonly EntraJwk[]> {
    const keys = answer.then(readKeys);
    kept.set(uri, { keys, fetchedAt: Date.now() });
    keys.catch(() => kept.delete(uri));
    return keys;
  }
  keep(jwksUri, underway).catch(() => undefined);

  return {
    get: (uri) => kept.get(uri)?.keys ?? keep(uri, sendForKeys(uri)),
    newer(uri) {
      const known = kept.get(uri);
      if (known && Date.now() - known.fetchedAt < shortestInterval) return undefined;
      return keep(uri, sendForKeys(uri));
    },
  };
}

async function readKeys(response: Response): Promise<readonly EntraJwk[]> {
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
