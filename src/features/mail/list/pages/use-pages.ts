import { hashKey, useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { MessagePage } from '#features/mail/mail-api.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';

export interface FetchedPages {
  readonly items: ReadonlyMap<number, readonly MessageSummary[]>;
  /** Of the piece at that slot. */
  readonly page: (at: number) => MessagePage | undefined;
}

/**
 * Every piece of a list that is in the cache, whoever asked for it. Only the pieces in view are watched (useWanted):
 * after scrolling through a hundred thousand messages, a thousand observers would be told of each change.
 */
export function usePages(source: MailSource): FetchedPages {
  const queries = useQueryClient();
  const store = useMemo(() => storeOf(queries, source), [queries, source]);
  return useSyncExternalStore(store.subscribe, store.get);
}

function storeOf(queries: QueryClient, source: MailSource) {
  const { queryKey } = mailQueries.pages(source);
  const hash = hashKey(queryKey);
  let found = read(queries, queryKey);
  let pages = pagesOf(found);
  return {
    get: () => pages,
    subscribe: (listener: () => void) => {
      // Something may have come between the first reading and now.
      found = read(queries, queryKey);
      pages = pagesOf(found);
      return queries.getQueryCache().subscribe(({ type, query }) => {
        const isData = type === 'removed' || type === 'updated';
        if (!isData || query.queryKey[1] !== 'page') return;
        if (hashKey(query.queryKey.slice(0, queryKey.length)) !== hash) return;
        const at = slotOf(query.queryKey);
        const now = type === 'removed' ? undefined : (query.state.data as MessagePage | undefined);
        if (now === found.get(at)) return;
        if (now) found.set(at, now);
        else found.delete(at);
        pages = pagesOf(found);
        listener();
      });
    },
  };
}

function read(queries: QueryClient, queryKey: readonly unknown[]): Map<number, MessagePage> {
  return new Map(
    queries
      .getQueriesData<MessagePage>({ queryKey })
      .flatMap(([key, page]) => (page ? [[slotOf(key), page] as const] : [])),
  );
}

/** As they are at this moment. */
function pagesOf(found: ReadonlyMap<number, MessagePage>): FetchedPages {
  const pages = new Map(found);
  return {
    items: new Map([...pages].map(([at, { items }]) => [at, items])),
    page: (at) => pages.get(at),
  };
}

function slotOf(key: readonly unknown[]): number {
  return (key.at(-1) as { at: number }).at;
}

/** Sees to it that these pieces are fetched. */
export function useWanted(source: MailSource, wanted: readonly number[]) {
  return useQueries({
    queries: wanted.map((at) => mailQueries.page(source, at)),
    combine: (results) => {
      const failed = results.filter(({ isError }) => isError);
      const waiting = results.find(
        ({ isFetching, failureReason }) => isFetching && failureReason !== null,
      );
      return {
        delay: waiting && { error: waiting.failureReason, failures: waiting.failureCount },
        error: failed[0]?.error ?? null,
        isFetching: results.some(({ isFetching }) => isFetching),
        retry: () => failed.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}
