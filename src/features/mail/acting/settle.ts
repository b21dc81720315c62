/** Writes into the cache what the service has confirmed, so that every list and the message itself say the same. */
import type { QueryClient } from '@tanstack/react-query';
import { conversationQueries } from '#features/mail/conversation/conversation-queries.ts';
import type { MessagePage } from '#features/mail/mail-api.ts';
import type { listConversation } from '#features/mail/conversation/conversation-api.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { openMessages } from './pending-queries.ts';
import type { Act } from './act.ts';
import { dropPending, withChange, type Pending } from './pending.ts';

type Conversation = Awaited<ReturnType<typeof listConversation>>;

/** The messages are so from now on. */
export function keep(queries: QueryClient, changes: Pending): void {
  changePages(queries, (items) => {
    if (!items.some(({ id }) => changes[id])) return items;
    return items.map((item) => withChange(item, changes) ?? item);
  });
  queries.setQueriesData<MessageSummary>(openMessages(), (message) =>
    message && changes[message.id] ? (withChange(message, changes) ?? message) : message,
  );
  queries.setQueriesData<Conversation>(
    conversationQueries.any(),
    (found) =>
      found && { ...found, items: found.items.map((item) => withChange(item, changes) ?? item) },
  );
  dropPending(queries, changes);
  askForCounts(queries);
}

/** The messages are no longer where they were. */
export function forget(queries: QueryClient, messages: readonly MessageSummary[], act: Act): void {
  const ids = new Set(messages.map(({ id }) => id));
  changePages(queries, (items) =>
    items.some(({ id }) => ids.has(id)) ? items.filter(({ id }) => !ids.has(id)) : items,
  );
  dropPending(queries, Object.fromEntries(messages.map(({ id }) => [id, { gone: true }])));
  // They are read with their conversation wherever they lie, but can be acted on where they are.
  void queries.invalidateQueries(conversationQueries.any());
  if (act.kind === 'move') {
    // The list of the folder they went to is out of date; one that is not in sight is asked for anew.
    queries.removeQueries({
      ...mailQueries.pages(),
      predicate: (query) =>
        (query.queryKey[2] as MailSource).folder === act.to && !query.isActive(),
    });
  }
  askForCounts(queries);
}

/**
 * Messages have left their lists at the service, or come back: what stands behind them has moved there, and is asked for
 * where it is now, also while they can still be taken back.
 */
export function move(queries: QueryClient, messages: readonly MessageSummary[], by: 1 | -1): void {
  const ids = new Set(messages.map(({ id }) => id));
  for (const [key, page] of queries.getQueriesData<MessagePage>(mailQueries.pages())) {
    const count = page?.items.filter(({ id }) => ids.has(id)).length ?? 0;
    if (count === 0) continue;
    const { queryKey } = mailQueries.shift(key[2] as MailSource);
    queries.setQueryData(queryKey, (shift = 0) => shift + by * count);
  }
  askForCounts(queries);
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
