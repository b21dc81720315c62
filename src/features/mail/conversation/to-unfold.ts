import type { MessageSummary } from '#features/mail/mailbox.ts';

/**
 * Which of the other messages of a conversation is unfolded at first: the oldest that is unread, unless the message that
 * was opened is itself still to be read.
 */
export function toUnfold(
  others: readonly Pick<MessageSummary, 'id' | 'isRead'>[],
  wasRead: boolean,
): string | undefined {
  return wasRead ? others.find(({ isRead }) => !isRead)?.id : undefined;
}
