/**
 * What a person has done to messages and the service has not confirmed yet. Lists show it as done; when the service
 * refuses, it is taken away here, and everything stands as it stood. It lives in the query cache, so that it goes with the
 * account.
 */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { pendingQueries } from './pending-queries.ts';

export type Change = Partial<Pick<MessageSummary, 'isRead' | 'isFlagged' | 'categories'>> & {
  /** The folder that it has left: it is seen where it lies now, and no longer there. */
  readonly gone?: string;
};

export type Pending = Readonly<Record<string, Change>>;

const nothing: Pending = {};

export function pendingOf(queries: QueryClient): Pending {
  return queries.getQueryData(pendingQueries.all().queryKey) ?? nothing;
}

export function addPending(queries: QueryClient, changes: Pending): void {
  const before = pendingOf(queries);
  const merged = Object.entries(changes).map(([id, change]) => [id, { ...before[id], ...change }]);
  queries.setQueryData(pendingQueries.all().queryKey, {
    ...before,
    ...(Object.fromEntries(merged) as Pending),
  });
}

/** Takes away what these changes said; what was done to the same message since then stays. */
export function dropPending(queries: QueryClient, changes: Pending): void {
  const left = Object.entries(pendingOf(queries)).flatMap(([id, change]) => {
    const dropped = changes[id];
    if (!dropped) return [[id, change] as const];
    const rest = Object.entries(change).filter(
      ([name, value]) => dropped[name as keyof Change] !== value,
    );
    return rest.length > 0 ? [[id, Object.fromEntries(rest) as Change] as const] : [];
  });
  queries.setQueryData(pendingQueries.all().queryKey, Object.fromEntries(left));
}

/** The message as it stands for the person; `undefined` when they have put it away. */
export function withChange(message: MessageSummary, pending: Pending): MessageSummary | undefined {
  const change = pending[message.id];
  if (!change) return message;
  return change.gone === message.folderId ? undefined : { ...message, ...change };
}

export function usePending() {
  const queries = useQueryClient();
  const pending = useQuery(pendingQueries.all(), queries).data ?? nothing;
  const changed = useCallback((message: MessageSummary) => withChange(message, pending), [pending]);
  return { pending, changed };
}
