/** Writes into the cache what the service has confirmed, so that every list and the message itself say the same. */
import type { QueryClient } from '@tanstack/react-query';
import { conversationQueries } from '#features/mail/conversation/conversation-queries.ts';
import type { MessagePage } from '#features/mail/mail-api.ts';
import type { listConversation } from '#features/mail/conversation/conversation-api.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { openMessages } from './pending-queries.ts';
import { dropPending, withChange, type Pending } from './pending.ts';

type Conversation = Awaited<ReturnType<typeof listConversation>>;

/** The messages are so from now on. */
export function keep(queries: QueryClient, changes: Pending): void {
  changePages(queries, (items) => {
    if (!items.some(({ id }) => changes[id])) return items;
    return items.map((item) => withChange(item, changes) ?? item);
  });
  for (const [key, message] of queries.getQueriesData<MessageSummary>(openMessages())) {
    // Of any other nothing is written: that would take away what was heard of it, as that it is gone.
    if (message && changes[message.id]) queries.setQueryData(key, withChange(message, changes));
  }
  queries.setQueriesData<Conversation>(
    conversationQueries.any(),
    (found) =>
      found && { ...found, items: found.items.map((item) => withChange(item, changes) ?? item) },
  );
  dropPending(queries, changes);
  askForCounts(queries);
}

/** The messages are no longer where they were. */
export function forget(queries: QueryClient, messages: readonly MessageSummary[]): void {
  const from = placesOf(messages);
  takeOut(queries, ({ id, folderId }) => from.get(id) === folderId);
  dropPending(
    queries,
    Object.fromEntries(messages.map(({ id, folderId }) => [id, { gone: folderId }])),
  );
  // They are read with their conversation wherever they lie, but can be acted on where they are.
  void queries.invalidateQueries(conversationQueries.any());
  askForCounts(queries);
}

/** What went to this folder is in its list in its order: one that is not in sight is asked for anew. */
export function outdate(queries: QueryClient, folder: string): void {
  for (const query of queries.getQueryCache().findAll(mailQueries.pages())) {
    const source = query.queryKey[2] as MailSource;
    const page = query.state.data as MessagePage | undefined;
    // A folder that every mailbox has is known by its name in one place, and by its id in another.
    const isOf = source.folder === folder || page?.items[0]?.folderId === folder;
    if (!isOf || isInSight(queries, source)) continue;
    queries.removeQueries(mailQueries.pages(source));
    queries.removeQueries(mailQueries.shift(source));
  }
}

function isInSight(queries: QueryClient, source: MailSource): boolean {
  return queries
    .getQueryCache()
    .findAll(mailQueries.pages(source))
    .some((query) => query.isActive());
}

/** The messages are where they were again: what was fetched meanwhile of where they had gone shows them no longer. */
export function comeBack(queries: QueryClient, messages: readonly MessageSummary[]): void {
  const to = placesOf(messages);
  takeOut(
    queries,
    ({ id, folderId }) => (to.get(id) ?? folderId) !== folderId,
    (source, count) => shiftBy(queries, source, -count),
  );
  void queries.invalidateQueries(conversationQueries.any());
}

const placesOf = (messages: readonly MessageSummary[]) =>
  new Map(messages.map(({ id, folderId }) => [id, folderId]));

function takeOut(
  queries: QueryClient,
  isMeant: (message: MessageSummary) => boolean,
  onTaken?: (source: MailSource, count: number) => void,
): void {
  for (const [key, page] of queries.getQueriesData<MessagePage>(mailQueries.pages())) {
    const left = page?.items.filter((item) => !isMeant(item)) ?? [];
    if (!page || left.length === page.items.length) continue;
    queries.setQueryData(key, { ...page, items: left });
    onTaken?.(key[2] as MailSource, page.items.length - left.length);
  }
}

/**
 * Messages have left their lists at the service, or come back: what stands behind them has moved there, and is asked for
 * where it is now, also while they can still be taken back.
 */
export function move(queries: QueryClient, messages: readonly MessageSummary[], by: 1 | -1): void {
  const from = placesOf(messages);
  for (const [key, page] of queries.getQueriesData<MessagePage>(mailQueries.pages())) {
    const count = page?.items.filter(({ id, folderId }) => from.get(id) === folderId).length ?? 0;
    if (count > 0) shiftBy(queries, key[2] as MailSource, by * count);
  }
  askForCounts(queries);
}

function shiftBy(queries: QueryClient, source: MailSource, by: number): void {
  queries.setQueryData(mailQueries.shift(source).queryKey, (shift = 0) => shift + by);
}

function changePages(
  queries: QueryClient,
  change: (items: MessagePage['items']) => MessagePage['items'],
): void {
  for (const [key, page] of queries.getQueriesData<MessagePage>(mailQueries.pages())) {
    if (!page) continue;
    const items = change(page.items);
    if (items === page.items) continue;
    queries.setQueryData(key, { ...page, items });
  }
}

function askForCounts(queries: QueryClient): void {
  void queries.invalidateQueries(mailQueries.anyFolder());
  void queries.invalidateQueries(mailQueries.anyFolders());
}
