/** What stands in a batch of Graph's (`$batch`), read from its body as it was typed. */

export interface InBatch {
  readonly method: string;
  /** As typed: below the version, perhaps with a query. */
  readonly url: string;
}

export function isBatch(url: string): boolean {
  return /^https:\/\/[^/]+\/(?:v1\.0|beta)\/\$batch$/i.test(url.trim().replace(/[?#].*/, ''));
}

/** @returns each request once, in the order of the body; `undefined` for what is no batch */
export function requestsInBatch(body: string): readonly InBatch[] | undefined {
  const list = listIn(body);
  const found = list?.flatMap((each): InBatch[] => {
    const { method, url } = (each ?? {}) as { method?: unknown; url?: unknown };
    return typeof method === 'string' && typeof url === 'string'
      ? [{ method: method.toUpperCase(), url: url.startsWith('/') ? url : `/${url}` }]
      : [];
  });
  return found && [...new Map(found.map((each) => [`${each.method} ${each.url}`, each])).values()];
}

function listIn(body: string): readonly unknown[] | undefined {
  try {
    const { requests } = JSON.parse(body) as { requests?: unknown };
    return Array.isArray(requests) ? requests : undefined;
  } catch {
    return undefined;
  }
}
