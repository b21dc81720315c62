/** What the messages of a conversation have in common, and what tells them apart. */
import { bytesOf } from '#simulator/seed/random.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

export function conversationId(mailbox: OpenMailbox, folder: number, start: number): string {
  return `AAQk${itemId(mailbox, { kind: 'conversation', folder, index: start }).slice(4)}`;
}

export function conversationIndex(
  mailbox: OpenMailbox,
  folder: number,
  start: number,
  received: number,
): string {
  const bytes = bytesOf(17, mailbox.key, folder, start, received / 1000);
  return btoa(String.fromCharCode(1, 1, 220, 20, 155, ...bytes));
}
