/**
 * What somebody did that needs a permission they have not given yet: it is kept over the way to Microsoft's page, and done
 * when they come back with it. What cannot be taken back is not kept: it has to be asked for again.
 */
import { AuthError } from '#auth/auth-error.ts';
import { vault } from '#auth/vault.ts';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import { forgetIntention, storeIntention, takeIntention } from '#shell/place/intention-store.ts';
import type { Act } from './act.ts';

const kind = 'mail.act';

interface Kept {
  readonly act: Act;
  readonly messages: readonly Pick<
    MessageSummary,
    'id' | 'isRead' | 'isFlagged' | 'categories' | 'folderId'
  >[];
}

/** @param error why it was refused: only a missing permission makes it an intention */
export function intend(act: Act, messages: readonly MessageSummary[], error: Error): void {
  const isMissing = error instanceof AuthError && error.kind === 'consent-required';
  if (!isMissing || act.kind === 'destroy') return forgetIntention();
  const kept: Kept = {
    act,
    messages: messages.map(({ id, isRead, isFlagged, categories, folderId }) => ({
      id,
      isRead,
      isFlagged,
      categories,
      folderId,
    })),
  };
  storeIntention(kind, username(), kept);
}

/** @returns what was intended, once; `undefined` where nothing was */
export function intended(now = Date.now()): { act: Act; messages: MessageSummary[] } | undefined {
  const kept = takeIntention(kind, username(), now) as Kept | undefined;
  if (!kept || !isAct(kept.act) || !Array.isArray(kept.messages)) return undefined;
  return {
    act: kept.act,
    messages: kept.messages
      .filter(({ id }) => typeof id === 'string' && id !== '')
      .map((message) => ({ ...toSummary({ id: message.id }), ...message })),
  };
}

function isAct(act: unknown): act is Act {
  const { kind: what, on, to, name } = act as Record<string, unknown>;
  switch (what) {
    case 'read':
    case 'flag':
      return typeof on === 'boolean';
    case 'category':
      return typeof on === 'boolean' && typeof name === 'string';
    case 'move':
      return typeof to === 'string';
    default:
      return false;
  }
}

function username(): string {
  const session = vault().session.get();
  return session.kind === 'signed-in' ? session.account.username : '';
}
