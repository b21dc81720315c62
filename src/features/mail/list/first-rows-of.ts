/** The rows of a first page; those of the whole list are made by what takes its place (message-rows.ts). */
import { dateGroup } from '#lib/format-date.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { ListRow } from '#ui/listbox-props.ts';
import type { ListedMessage } from './message-rows.ts';

/** @param folded one row for each conversation, as the whole list has them */
export function firstRowsOf(
  items: readonly MessageSummary[],
  folded: boolean,
): ListRow<ListedMessage>[] {
  const now = new Date();
  let group: string;
  return items.flatMap((message, at): ListRow<ListedMessage>[] => {
    const { id, conversationId } = message;
    const isOfIt = (one: MessageSummary) => one.conversationId === conversationId;
    const isOne = folded && conversationId;
    if (isOne && items.findIndex(isOfIt) < at) return [];
    const text = dateGroup(message.receivedAt, now);
    const isNew = text !== group;
    group = text;
    const together = isOne ? items.filter(isOfIt).length : 1;
    return [
      ...(isNew ? [{ kind: 'heading', key: `${text} ${id}`, text } as const] : []),
      { kind: 'option', key: id, item: { ...message, together } },
    ];
  });
}
