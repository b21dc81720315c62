/** Puts what a delta query tells into the pieces of a list without moving what is read. */
import type { QueryClient } from '@tanstack/react-query';
import type { MessagePage } from '#features/mail/mail-api.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Changes } from './delta-api.ts';

/**
 * Known messages change where they stand; those that left are taken out.
 *
 * @returns what is new, newest first; it is shown when the person says so
 */
export function mergeChanges(
  queries: QueryClient,
  source: MailSource,
  { items, marks, removed }: Changes,
): MessageSummary[] {
  const changed = new Map(items.map((item) => [item.id, item]));
  const marked = new Map(marks.map((mark) => [mark.id, mark]));
  const gone = new Set(removed);
  const known = new Set<string>();
  let lost = 0;
  for (const [key, page] of queries.getQueriesData<MessagePage>(mailQueries.pages(source))) {
    if (!page) continue;
    for (const { id } of page.items) known.add(id);
    if (!page.items.some(({ id }) => changed.has(id) || marked.has(id) || gone.has(id))) continue;
    const left = page.items.filter(({ id }) => !gone.has(id));
    lost += page.items.length - left.length;
    queries.setQueryData<MessagePage>(key, {
      ...page,
      items: left.map((item) => changed.get(item.id) ?? withMarks(item, marked.get(item.id))),
    });
  }
  if (lost > 0) move(queries, source, -lost);
  return newestFirst(items.filter(({ id }) => !known.has(id)));
}

function newestFirst(messages: readonly MessageSummary[]): MessageSummary[] {
  return messages.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
}

/** Puts new messages on top, or where they belong if they were only moved here: what is below moves down by as many. */
export function showArrived(
  queries: QueryClient,
  source: MailSource,
  arrived: readonly MessageSummary[],
): void {
  const { queryKey } = mailQueries.page(source, 0);
  queries.setQueryData(
    queryKey,
    (page) => page && { ...page, items: newestFirst([...arrived, ...page.items]) },
  );
  move(queries, source, arrived.length);
}

function move(queries: QueryClient, source: MailSource, by: number): void {
  queries.setQueryData(mailQueries.shift(source).queryKey, (shift = 0) => shift + by);
}

function withMarks(item: MessageSummary, marks: Partial<MessageSummary> | undefined) {
  return marks ? { ...item, ...marks } : item;
}
