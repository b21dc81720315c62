import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Correspondent, MessageSummary } from '#features/mail/mailbox.ts';

interface ListPage {
  readonly items?: readonly Partial<MessageSummary>[];
}

/** Whom the lists that were looked at have letters from; nobody is asked for it. */
export function knownPeople(queries: QueryClient): Correspondent[] {
  return queries
    .getQueriesData<Partial<InfiniteData<ListPage>>>({ queryKey: ['mail', 'messages'] })
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap((page) => page?.items ?? [])
    .map(({ from }) => from)
    .filter((from) => from !== undefined);
}
