/**
 * Whom an act on a row concerns where a row is a conversation: all its messages in the folder of the one that the row
 * shows. Copies that were sent, and what was filed elsewhere, stay where they are. What calls for attention, a flag or
 * "unread", is put on the newest alone, so that there is one thing to come back to.
 */
import type { QueryClient } from '@tanstack/react-query';
import { findConversation } from '#features/mail/conversation/conversation-api.ts';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import type { MessagePage } from '#features/mail/mail-api.ts';
import { conversations } from '#features/mail/mail-preferences.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { isSearch, type MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Act } from './act.ts';
import { pendingOf, withChange } from './pending.ts';
import type { Others } from './perform.ts';

/** Outlook runs no more requests to one mailbox at once. */
const together = 4;

/** Whether it is done to the newest message of a conversation only. */
export function isForNewest(act: Act): boolean {
  return (act.kind === 'flag' && act.on) || (act.kind === 'read' && !act.on);
}

/** These messages as they stand one by one: a row of a conversation says of it what holds for any of its messages. */
export function alone(
  queries: QueryClient,
  source: MailSource,
  rows: readonly MessageSummary[],
): MessageSummary[] {
  const loaded = new Map(loadedOf(queries, source).map((message) => [message.id, message]));
  return rows.map((row) => loaded.get(row.id) ?? row);
}

/** These messages, and those of the list that are folded into their rows. */
export function withFolded(
  queries: QueryClient,
  source: MailSource,
  rows: readonly MessageSummary[],
): MessageSummary[] {
  const heads = alone(queries, source, rows);
  if (conversations.get() === 'off') return heads;
  const known = new Set(heads.map(({ id }) => id));
  const wanted = new Set(heads.flatMap(placeOf));
  const folded = loadedOf(queries, source).filter(
    (message) => !known.has(message.id) && placeOf(message).some((place) => wanted.has(place)),
  );
  return [...heads, ...folded];
}

/** Finds those of the same conversations that the list has not loaded; nothing where it has loaded all there are. */
export function unloadedOthers(
  source: MailSource,
  act: Act,
  known: readonly MessageSummary[],
): Others | undefined {
  const { loaded, total } = shownList.get();
  const heads = known.filter(({ conversationId, folderId }) => conversationId && folderId);
  const isWhole = total !== undefined && loaded >= total;
  // What cannot be taken back is done to what was seen; a search knows no more of a conversation than it found.
  const none = conversations.get() === 'off' || isForNewest(act) || act.kind === 'destroy';
  if (none || isWhole || isSearch(source) || heads.length === 0) return undefined;
  return async (signal, onProgress) => {
    const here = new Set(known.map(({ id }) => id));
    const wanted = new Set(heads.flatMap(placeOf));
    const ids = [...new Set(heads.map(({ conversationId }) => conversationId))];
    const found: MessageSummary[] = [];
    for (let at = 0; at < ids.length; at += together) {
      onProgress(at, ids.length);
      const part = ids.slice(at, at + together).map((id) => findConversation(id, signal));
      found.push(...(await Promise.all(part)).flat());
    }
    return found.filter(
      (message) =>
        !here.has(message.id) &&
        placeOf(message).some((place) => wanted.has(place)) &&
        isOfPart(source, message),
    );
  };
}

/** A list of a part of a folder is about that part. */
function isOfPart({ part, me }: MailSource, message: MessageSummary): boolean {
  switch (part) {
    case 'unread':
      return !message.isRead;
    case 'flagged':
      return message.isFlagged;
    case 'attachments':
      return message.hasAttachments;
    case 'to-me':
      return message.to.some(({ address }) => address.toLowerCase() === me?.toLowerCase());
    case undefined:
      return true;
  }
}

/** Which conversation it is of and where; nothing for a message of which one of them is not known. */
function placeOf({ conversationId, folderId }: MessageSummary): string[] {
  return conversationId && folderId ? [JSON.stringify([conversationId, folderId])] : [];
}

function loadedOf(queries: QueryClient, source: MailSource): MessageSummary[] {
  const pending = pendingOf(queries);
  return queries
    .getQueriesData<MessagePage>(mailQueries.pages(source))
    .flatMap(([, page]) => page?.items ?? [])
    .flatMap((message) => withChange(message, pending) ?? []);
}
