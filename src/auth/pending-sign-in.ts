/**
 * What must survive the trip to Microsoft's page, one record per attempt, read once and then gone. It holds the only
 * secret this product ever writes down: the PKCE verifier, which is useless without the code and deleted before the
 * code is sent.
 *
 * sessionStorage, because it belongs to this tab: another tab's attempt can neither be read nor overwritten.
 */
import { isCloudName, type CloudName, type Resource } from '#config/clouds.ts';
import { parseSettings, type Settings } from '#config/settings.ts';
import type { SignInPurpose } from './vault.ts';

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
  readonly purpose: SignInPurpose['kind'];
  readonly returnTo: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const prefix = 'grantscope.sign-in.';
export const pendingLifetime = 10 * 60_000;

/** @throws {DOMException} when the browser keeps nothing for this page */
export function keepPending(pending: PendingSignIn): void {
  sessionStorage.setItem(prefix + pending.state, JSON.stringify(pending));
}

/** Hands the record out once: it is removed before it is returned. */
export function takePending(state: string): PendingSignIn | undefined {
  try {
    const text = sessionStorage.getItem(prefix + state);
    sessionStorage.removeItem(prefix + state);
    const record = text === null ? undefined : (JSON.parse(text) as PendingSignIn);
    return record && record.state === state && isCloudName(record.cloud) ? record : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What an attempt was begun with, without using it up: its answer is held against these settings and no others, and
 * the screen it returns to can be fetched meanwhile. Nothing here is trusted before the answer is.
 */
export function begunWith(
  answer: string,
): { readonly settings: Settings; readonly returnTo: string } | undefined {
  const state = new URLSearchParams(answer.replace(/^#/, '')).get('state') ?? '';
  try {
    const record = JSON.parse(
      sessionStorage.getItem(prefix + state) ?? 'null',
    ) as PendingSignIn | null;
    const settings = parseSettings(record);
    return record && settings ? { settings, returnTo: record.returnTo } : undefined;
  } catch {
    return undefined;
  }
}

/** Removes attempts that were never finished; with no argument, all of them. */
export function forgetPending(olderThan = Number.POSITIVE_INFINITY): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix) && !(createdAt(key) > olderThan)) sessionStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function createdAt(key: string): number {
  try {
    return Number((JSON.parse(sessionStorage.getItem(key) ?? '{}') as PendingSignIn).createdAt);
  } catch {
    return Number.NaN;
  }
}
