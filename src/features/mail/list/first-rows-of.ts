/** The rows of a first page; those of the whole list are made by what takes its place (message-rows.ts). */
import { dateGroup } from '#lib/format-date.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { ListRow } from '#ui/listbox-props.ts';
import type { ListedMessage } from './message-rows.ts';

export function firstRowsOf(items: readonly MessageSummary[]): ListRow<ListedMessage>[] {
  const now = new Date();
  let group: string;
  return items.flatMap((message): ListRow<ListedMessage>[] => {
    const { id } = message;
    const text = dateGroup(message.receivedAt, now);
    const isNew = text !== group;
    group = text;
    return [
      ...(isNew ? [{ kind: 'heading', key: `${text} ${id}`, text } as const] : []),
      { kind: 'option', key: id, item: { ...message, together: 1 } },
    ];
  });
}
