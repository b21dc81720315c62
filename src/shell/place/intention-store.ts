/**
 * What a person asked for just before they left for Microsoft's page to allow it, so that they need not ask twice. Ids and
 * what is to be done to them: no words of anybody's. Handed out once, to the same person, and not after a while.
 */

interface Kept {
  readonly kind: string;
  readonly username: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: unknown;
}

const key = 'grantscope.intention';
/** Time enough for a consent and a second factor. */
const lifetime = 10 * 60_000;

export function storeIntention(kind: string, username: string, what: unknown): void {
  const kept: Kept = { kind, username, at: Date.now(), what };
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage they ask again.
  }
}

/** @returns what was stored, to be checked by who stored it; `undefined` where nothing was, or for somebody else */
export function takeIntention(kind: string, username: string, now: number): unknown {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept?.kind !== kind) return undefined;
    forgetIntention();
    return kept.username === username && now - kept.at < lifetime && now >= kept.at
      ? kept.what
      : undefined;
  } catch {
    return undefined;
  }
}

/** Part of signing out. */
export function forgetIntention(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
