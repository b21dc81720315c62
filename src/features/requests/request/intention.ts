/**
 * A request that lacked its permission is sent when the person is back from Microsoft's page with it. Only one that
 * reads: what changes something is sent by whoever presses Send.
 */
import { AuthError } from '#auth/auth-error.ts';
import { vault } from '#auth/vault.ts';
import { forgetIntention, storeIntention, takeIntention } from '#shell/place/intention-store.ts';
import type { Draft } from './draft.ts';

const kind = 'requests.send';

/** @param error why it was not sent: only a missing permission makes it an intention */
export function intendToSend({ method, url }: Draft, error: unknown): void {
  const session = vault().session.get();
  const isMissing = error instanceof AuthError && error.kind === 'consent-required';
  if (!isMissing || method !== 'GET' || session.kind !== 'signed-in') return forgetIntention();
  storeIntention(kind, session.account.username, placeOf(url));
}

/** Asks once: whatever comes of it, the next time it is no longer intended. */
export function wasIntended({ method, url }: Draft, username: string, now = Date.now()): boolean {
  return takeIntention(kind, username, now) === placeOf(url) && method === 'GET';
}

/** Without its query, which may hold what somebody searches for. */
function placeOf(url: string): string {
  const { origin, pathname } = URL.parse(url) ?? { origin: '', pathname: url };
  return origin + pathname;
}
