/** The only cache. One per signed-in account, so that one person's mail can never be shown to another. */
import { QueryClient } from '@tanstack/react-query';
import { mayRetry, retryDelay } from '#http/retry.ts';

let current: { readonly accountId: string; readonly client: QueryClient } | undefined;

export function queriesOf(accountId: string): QueryClient {
  if (current?.accountId !== accountId) {
    dropQueries();
    current = { accountId, client: createQueryClient() };
  }
  return current.client;
}

/** Part of signing out: what was read goes with the person who read it. */
export function dropQueries(): void {
  current?.client.clear();
  current = undefined;
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a question fails and says so; the default would wait in silence for one.
        networkMode: 'always',
        // Where the browser knows that there is none, waiting for another try would only put off saying so.
        retry: (failures, error) => navigator.onLine && mayRetry(failures, error),
        retryDelay,
        staleTime: 60_000,
        gcTime: 30 * 60_000,
      },
    },
  });
}
