/** What can be done to messages: how it shows, what is sent, and what would take it back. */
import type { BatchRequest } from '#api/batch.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Change } from './pending.ts';

export type Act =
  | { readonly kind: 'read'; readonly on: boolean }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'category'; readonly name: string; readonly on: boolean }
  /** `to` is an id or a well-known name; `words` is what was done, for the report. */
  | { readonly kind: 'move'; readonly to: string; readonly words: string }
  /** For good: there is no way back. */
  | { readonly kind: 'destroy' };

/** Whether the message leaves the list. */
export function removes({ kind }: Act): boolean {
  return kind === 'move' || kind === 'destroy';
}

/** Those for which there is something to do. */
export function concerned(act: Act, messages: readonly MessageSummary[]): MessageSummary[] {
  return messages.filter((message) => {
    switch (act.kind) {
      case 'read':
        return message.isRead !== act.on;
      case 'flag':
        return message.isFlagged !== act.on;
      case 'category':
        return message.categories.includes(act.name) !== act.on;
      case 'move':
        return message.folderId !== act.to;
      case 'destroy':
        return true;
    }
  });
}

export function changeOf(act: Act, message: MessageSummary): Change {
  switch (act.kind) {
    case 'read':
      return { isRead: act.on };
    case 'flag':
      return { isFlagged: act.on };
    case 'category':
      return { categories: categoriesAfter(act, message) };
    case 'move':
    case 'destroy':
      return { gone: message.folderId };
  }
}

export function requestOf(act: Act, message: MessageSummary): BatchRequest {
  const path = `/me/messages/${encodeURIComponent(message.id)}`;
  const patch = (body: unknown): BatchRequest => ({
    method: 'PATCH',
    path,
    headers: immutableIds,
    body,
  });
  switch (act.kind) {
    case 'read':
      return patch({ isRead: act.on });
    case 'flag':
      return patch({ flag: { flagStatus: act.on ? 'flagged' : 'notFlagged' } });
    case 'category':
      return patch({ categories: categoriesAfter(act, message) });
    case 'move':
      return {
        method: 'POST',
        path: `${path}/move`,
        // Without it the message would come back under another id.
        headers: immutableIds,
        body: { destinationId: act.to },
      };
    case 'destroy':
      return { method: 'DELETE', path, headers: immutableIds };
  }
}

/** What takes it back, for this message; `undefined` where nothing does. */
export function inverse(act: Act, message: MessageSummary): Act | undefined {
  switch (act.kind) {
    case 'read':
    case 'flag':
    case 'category':
      return { ...act, on: !act.on };
    case 'move':
      return message.folderId ? { ...act, to: message.folderId } : undefined;
    case 'destroy':
      return undefined;
  }
}

/** What has been done, with how many. */
export function inWords(act: Act, count: number): string {
  const what = count === 1 ? 'Message' : `${count.toLocaleString('en')} messages`;
  switch (act.kind) {
    case 'read':
      return `${what} marked as ${act.on ? 'read' : 'unread'}`;
    case 'flag':
      return `${what} ${act.on ? 'flagged' : 'no longer flagged'}`;
    case 'category':
      return act.on ? `${what} filed under “${act.name}”` : `${what} taken out of “${act.name}”`;
    case 'move':
      return `${what} ${act.words}`;
    case 'destroy':
      return `${what} deleted for good`;
  }
}

function categoriesAfter(
  { name, on }: { name: string; on: boolean },
  { categories }: MessageSummary,
): string[] {
  const others = categories.filter((each) => each !== name);
  return on ? [...others, name] : others;
}
