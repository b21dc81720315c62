/** The rows of a first page; those of the whole list are made by what takes its place (message-rows.ts). */
import { dateGroup } from '#lib/format-date.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { ListRow } from '#ui/list/listbox-props.ts';
import type { ListedMessage } from './message-rows.ts';

/** @param folded one row for each conversation, as the whole list has them */
export function firstRowsOf(
  items: readonly MessageSummary[],
  folded: boolean,
): ListRow<ListedMessage>[] {
  const now = new Date();
  let group: string;
  return items.flatMap((message): ListRow<ListedMessage>[] => {
    const { id, conversationId } = message;
    const all =
      folded && conversationId
        ? items.filter((one) => one.conversationId === conversationId)
        : [message];
    if (all[0] !== message) return [];
    const text = dateGroup(message.receivedAt, now);
    const isNew = text !== group;
    group = text;
    return [
      ...(isNew ? [{ kind: 'heading', key: `${text} ${id}`, text } as const] : []),
      {
        kind: 'option',
        key: id,
        item: {
          ...message,
          together: all.length,
          isRead: all.every((one) => one.isRead),
          isFlagged: all.some((one) => one.isFlagged),
        },
      },
    ];
  });
}
