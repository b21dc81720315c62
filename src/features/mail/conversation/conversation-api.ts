/** The messages of one conversation, in whatever folders they lie. */
import { graphPage, type Page } from '#api/collection.ts';
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
  const page = await firstPage(conversation, signal);
  // With an order of its own the question is too complex for Graph (InefficientFilter), and fifty are soon sorted.
  const items = page.items
    .map(toSummary)
    .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  return { items, more: page.next !== undefined };
}

/**
 * All of them, to the last.
 * @throws {ApiError | AuthError}
 */
export async function findConversation(
  conversation: string,
  signal: AbortSignal,
): Promise<MessageSummary[]> {
  const found: MessageSummary[] = [];
  let page = await firstPage(conversation, signal);
  for (;;) {
    found.push(...page.items.map(toSummary));
    if (page.next === undefined) return found;
    page = await graphPage<Message>({ path: page.next, ...base(signal) });
  }
}

function firstPage(conversation: string, signal: AbortSignal): Promise<Page<Message>> {
  return graphPage<Message>({
    path: '/me/messages',
    query: {
      $filter: `conversationId eq '${conversation.replaceAll("'", "''")}'`,
      $select: reading().members,
      $top: most,
    },
    ...base(signal),
  });
}

function base(signal: AbortSignal) {
  return { scopes: reading().scopes, headers: immutableIds, signal };
}
