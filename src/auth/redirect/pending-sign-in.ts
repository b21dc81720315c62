/**
 * What must survive the trip to Microsoft's page, one record per attempt, read once and then gone. It holds the only
 * secret this product ever writes down: the PKCE verifier, which is useless without the code and deleted before the
 * code is sent.
 *
 * sessionStorage, because it belongs to this tab: another tab's attempt can neither be read nor overwritten.
 */
import { isCloudName, type CloudName, type Resource } from '#config/clouds.ts';
import type { ScopesOf, SignInPurpose } from '#auth/vault.ts';

export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly cloud: CloudName;
  readonly clientId: string;
  readonly tenant: string;
  readonly redirectUri: string;
  /** Whose token the code will be redeemed for. */
  readonly resource: Resource;
  /** Its scopes, as the redemption will name them. */
  readonly scope: string;
  /** Further resources that the page was asked for. */
  readonly also: readonly ScopesOf[];
  /** Asked of the page, and of the redemption again. */
  readonly claims: string;
  readonly purpose: SignInPurpose['kind'];
  readonly returnTo: string;
  /** The person wants a developer session; whether they get one is for the vault to say. */
  readonly isDeveloper: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Begins the key of everything that waits for an answer of Microsoft's pages. */
export const pendingPrefix = 'grantscope.sign-in.';

/** @throws {DOMException} when the browser keeps nothing for this page */
export function keepPending(pending: PendingSignIn): void {
  sessionStorage.setItem(pendingPrefix + pending.state, JSON.stringify(pending));
}

/**
 * The attempt that an answer names, handed out once: the record is removed before it is returned.
 * @param answer fragment of a callback
 */
export function takePending(answer: string): PendingSignIn | undefined {
  const state = stateOf(answer);
  try {
    const text = sessionStorage.getItem(pendingPrefix + state);
    sessionStorage.removeItem(pendingPrefix + state);
    const record = text === null ? undefined : (JSON.parse(text) as PendingSignIn);
    return record && record.state === state && isCloudName(record.cloud) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Removes attempts that were never finished; with no argument, all of them. */
export function forgetPending(olderThan = Number.POSITIVE_INFINITY): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(pendingPrefix) && !(createdAt(key) > olderThan))
        sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function stateOf(answer: string): string {
  return new URLSearchParams(answer.replace(/^#/, '')).get('state') ?? '';
}

function createdAt(key: string): number {
  try {
    return Number((JSON.parse(sessionStorage.getItem(key) ?? '{}') as PendingSignIn).createdAt);
  } catch {
    return Number.NaN;
  }
}
