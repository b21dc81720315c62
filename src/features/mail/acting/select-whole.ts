/** Picks every message of a folder or a part of it, fetched or not: it is fetched as far as acting on it needs. */
import type { QueryClient } from '@tanstack/react-query';
import { graphPage } from '#api/collection.ts';
import type { Message } from '#contract/graph.ts';
import { marks } from '#features/mail/list/row/marks.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import { partQuery } from '#features/mail/part-query.ts';
import { reading } from '#features/mail/reading.ts';
import { pendingQueries } from './pending-queries.ts';

/** What acting needs to know of a message; the fewer members, the larger a page may be. */
const members = 'id,isRead,flag,categories,parentFolderId';
const pageSize = 500;

/** @throws {ApiError | AuthError} */
export async function selectWhole(
  queries: QueryClient,
  source: MailSource,
  signal: AbortSignal,
  onProgress: (found: number) => void,
): Promise<void> {
  const { $filter, $orderby } = partQuery(source, 0, 0);
  const base = { scopes: reading().scopes, headers: immutableIds, signal };
  const path = `/me/mailFolders/${encodeURIComponent(source.folder)}/messages`;
  const query = { $select: members, $filter, $orderby, $top: pageSize };
  let page = await graphPage<Message>({ path, query, ...base });
  for (;;) {
    const known = queries.getQueryData(pendingQueries.bare().queryKey) ?? {};
    const found = page.items.map(toSummary);
    queries.setQueryData<Record<string, MessageSummary>>(pendingQueries.bare().queryKey, {
      ...known,
      ...Object.fromEntries(found.map((message) => [message.id, message])),
    });
    const { ids, from } = marks.get();
    marks.set({ ids: new Set([...ids, ...found.map(({ id }) => id)]), from });
    onProgress(marks.get().ids.size);
    if (page.next === undefined) return;
    page = await graphPage<Message>({ path: page.next, ...base });
  }
}
