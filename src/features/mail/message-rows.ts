/** The lines of a message list: messages, and a heading where another stretch of time begins. */
import { dateGroup } from '#lib/format-date.ts';
import type { ListRow } from '#ui/listbox-props.ts';
import type { MessageSummary } from './mailbox.ts';

export interface MessageRows {
  readonly rows: readonly ListRow<MessageSummary>[];
  /** Messages among them. */
  readonly loaded: number;
}

export function rowsOf(
  pages: readonly { items: readonly MessageSummary[] }[],
  now: Date,
): MessageRows {
  const rows: ListRow<MessageSummary>[] = [];
  const seen = new Set<string>();
  let group: string | undefined;
  for (const message of pages.flatMap((page) => page.items)) {
    // A message that arrives between two pages pushes the last one of the first into the second.
    if (seen.has(message.id)) continue;
    seen.add(message.id);
    const text = dateGroup(message.receivedAt, now);
    // Graph orders by time, but a draft's clock may run ahead: a heading that comes twice is another row.
    if (text !== group) rows.push({ kind: 'heading', key: `${text} ${rows.length}`, text });
    group = text;
    rows.push({ kind: 'option', key: message.id, item: message });
  }
  return { rows, loaded: seen.size };
}

/** How many rows to keep free for messages that are there but were not fetched; the folder's own count is only near. */
export function blanksAfter(more: boolean, loaded: number, total: number | undefined): number {
  return more ? Math.max((total ?? 0) - loaded, 8) : 0;
}
