/** The messages of one conversation, in whatever folders they lie. */
import { graphPage } from '#api/collection.ts';
import type { Message } from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import { reading } from '#features/mail/reading.ts';

/** Longer conversations are read in the list. */
const most = 50;

/** @throws {ApiError | AuthError} */
export async function listConversation(
  conversation: string,
  signal: AbortSignal,
): Promise<{ items: readonly MessageSummary[]; more: boolean }> {
  const page = await graphPage<Message>({
    path: '/me/messages',
    query: {
      $filter: `conversationId eq '${conversation.replaceAll("'", "''")}'`,
      $select: reading().members,
      $top: most,
    },
    scopes: reading().scopes,
    headers: immutableIds,
    signal,
  });
  // With an order of its own the question is too complex for Graph (InefficientFilter), and fifty are soon sorted.
  const items = page.items
    .map(toSummary)
    .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  return { items, more: page.next !== undefined };
}
