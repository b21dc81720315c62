/**
 * What must survive the trip to Microsoft's page, one record per attempt, read once and then gone. It holds the only
 * secret this product ever writes down: the PKCE verifier, which is useless without the code and deleted before the
 * code is sent.
 *
 * sessionStorage, because it belongs to this tab: another tab's attempt can neither be read nor overwritten.
 */
import { isCloudName, type CloudName, type Resource } from '#config/clouds.ts';
import type { PendingAdminConsent } from './admin-consent.ts';
import type { ScopesOf, SignInPurpose } from './vault.ts';

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

const prefix = 'grantscope.sign-in.';

/** @throws {DOMException} when the browser keeps nothing for this page */
export function keepPending(pending: PendingSignIn): void {
  sessionStorage.setItem(prefix + pending.state, JSON.stringify(pending));
}

/**
 * The attempt that an answer names, handed out once: the record is removed before it is returned.
 * @param answer fragment of a callback
 */
export function takePending(answer: string): PendingSignIn | undefined {
  const state = stateOf(answer);
  try {
    const text = sessionStorage.getItem(prefix + state);
    sessionStorage.removeItem(prefix + state);
    const record = text === null ? undefined : (JSON.parse(text) as PendingSignIn);
    return record && record.state === state && isCloudName(record.cloud) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this tab left for Microsoft's page, not long ago, and came back without its answer. */
export function isUnanswered(): boolean {
  try {
    return Object.keys(sessionStorage).some(
      (key) => key.startsWith(prefix) && !key.startsWith(adminPrefix),
    );
  } catch {
    return false;
  }
}

const adminPrefix = `${prefix}admin-consent.`;

/** @throws {DOMException} when the browser keeps nothing for this page */
export function keepAdminConsent(pending: PendingAdminConsent): void {
  sessionStorage.setItem(adminPrefix + pending.state, JSON.stringify(pending));
}

/**
 * The question that an administrator's answer names, handed out once.
 * @param answer query of its redirect path
 */
export function takeAdminConsent(answer: string): PendingAdminConsent | undefined {
  const key = adminPrefix + (new URLSearchParams(answer).get('state') ?? '');
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : (JSON.parse(text) as PendingAdminConsent);
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
