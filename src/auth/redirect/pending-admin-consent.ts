/**
 * What waits for an answer besides a sign-in: an administrator's question, kept in this tab as an attempt is and forgotten
 * with it. Apart from `pending-sign-in.ts`, because no callback needs it.
 */
import type { PendingAdminConsent } from './admin-consent.ts';
import { pendingPrefix } from './pending-sign-in.ts';

const adminPrefix = `${pendingPrefix}admin-consent.`;

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

/** Whether this tab left for a sign-in, not long ago, and came back without its answer. */
export function isUnanswered(): boolean {
  try {
    return Object.keys(sessionStorage).some(
      (key) => key.startsWith(pendingPrefix) && !key.startsWith(adminPrefix),
    );
  } catch {
    return false;
  }
}
