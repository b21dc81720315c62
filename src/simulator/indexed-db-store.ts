/**
 * Keeps a tenant's state in this browser, so that the simulated Microsoft pages and the product, which are separate
 * documents, live in one tenant. The database is the simulator's own; the product never opens it.
 */
import type { TenantStore } from './tenant-context.ts';

const table = 'state';

export function createIndexedDbStore(name = 'simulated-tenant'): TenantStore {
  let database: Promise<IDBDatabase> | undefined;
  /** What is read in one go: in a browser, to begin another transaction takes longer than to read another row. */
  let together: IDBTransaction | undefined;
  const forget = () => (database = undefined);
  async function inTable<T>(
    mode: IDBTransactionMode,
    ask: (table: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    // A failed opening is not remembered: a private window may allow the next one.
    database ??= open(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    const opened = await database;
    const isRead = mode === 'readonly';
    const transaction = (isRead && together) || opened.transaction(table, mode);
    // Whoever asks after a write sees what was written.
    together = isRead ? transaction : undefined;
    queueMicrotask(() => (together = undefined));
    const request = ask(transaction.objectStore(table));
    await new Promise<void>((resolve, reject) => {
      // What was read is there with its request. A write only with its transaction: until then it may be rolled back.
      if (isRead) request.addEventListener('success', () => resolve());
      else transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(asError(transaction.error)));
    });
    return request.result;
  }
  return {
    read: async <T>(key: string) =>
      (await inTable('readonly', (rows) => rows.get(key))) as T | undefined,
    async write(key, value) {
      if (value === undefined) await inTable('readwrite', (rows) => rows.delete(key));
      else await inTable('readwrite', (rows) => rows.put(value, key));
    },
    async update<T>(key: string, change: (before: T | undefined) => T | undefined) {
      let written: T | undefined;
      await inTable('readwrite', (rows) => {
        const before = rows.get(key) as IDBRequest<T | undefined>;
        before.addEventListener('success', () => {
          written = change(before.result);
          if (written === undefined) rows.delete(key);
          else rows.put(written, key);
        });
        return before;
      });
      return written;
    },
    async clear() {
      await inTable('readwrite', (rows) => rows.clear());
    },
  };
}

/** @param onClose the connection can no longer be used: the browser closed it, as when the site's data is deleted */
function open(name: string, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
    request.addEventListener('success', () => {
      const database = request.result;
      // Another tab wants to delete or upgrade: keeping the connection open would block it for ever.
      database.addEventListener('versionchange', () => {
        database.close();
        onClose();
      });
      database.addEventListener('close', onClose);
      resolve(database);
    });
    request.addEventListener('error', () => reject(asError(request.error)));
  });
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The browser gave up a write to the simulated tenant.');
}
