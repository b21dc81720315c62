/**
 * What a request will want of the tenant's memory, asked for side by side in the moment that it comes: in a browser each
 * question is a way to another thread and back. Whoever changes something reads it when it is about to.
 */
import type { TenantStore } from './tenant-context.ts';

const ahead = new WeakMap<Request, Map<string, Promise<unknown>>>();

export function readAhead(store: TenantStore, request: Request, keys: readonly string[]): void {
  const rows = keys.map((key) => [key, store.read(key)] as const);
  // Perhaps nobody comes for it: then nobody misses it.
  for (const [, row] of rows) row.catch(() => undefined);
  ahead.set(request, new Map(rows));
}

/** For a request that shall find this row, whatever the tenant remembers. */
export function provide(request: Request, key: string, row: unknown): void {
  ahead.set(request, new Map([[key, Promise.resolve(row)]]));
}

/** The row as it was when the request came, once; for a request that did not say, as it is now. */
export function rowFor<T>(
  store: TenantStore,
  request: Request | undefined,
  key: string,
): Promise<T | undefined> {
  const rows = request && ahead.get(request);
  const row = rows?.get(key);
  rows?.delete(key);
  return (row ?? store.read(key)) as Promise<T | undefined>;
}

/** For a request that was held up on its way: the tenant sees it later than it was sent. */
export function forgetAhead(request: Request): void {
  ahead.delete(request);
}
