/** Keeps a tenant's state in memory: for tests and for the TLS server. Values are cloned, as a browser's store would. */
import type { TenantStore } from './tenant-context.ts';

export function createMemoryStore(): TenantStore {
  const values = new Map<string, unknown>();
  return {
    read: async <T>(key: string) => structuredClone(values.get(key)) as T | undefined,
    async write(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, structuredClone(value));
    },
    async update(key, change) {
      const value = change(structuredClone(values.get(key)) as never);
      if (value === undefined) values.delete(key);
      else values.set(key, structuredClone(value));
      return value;
    },
    async clear() {
      values.clear();
    },
  };
}
