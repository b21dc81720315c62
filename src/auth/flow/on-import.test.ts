/** What acts when it is imported acts before anybody could have said how, and twice when it is imported twice. Nothing here does. */
import { afterEach, expect, test, vi } from 'vitest';

const modules = import.meta.glob([
  '/src/auth/**/*.ts',
  '/src/http/*.ts',
  '!/src/**/*.test.ts',
  '!/src/**/*.test-kit.ts',
]);

afterEach(() => vi.unstubAllGlobals());

test('to import any part of the sign-in sends nothing, keeps nothing, and listens to nothing', async () => {
  const deeds: string[] = [];
  const told = (name: string) =>
    function deed() {
      deeds.push(name);
    };
  const storage = new Proxy({}, { get: (_, member) => told(`storage: ${String(member)}`) });
  for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches']) {
    vi.stubGlobal(name, storage);
  }
  for (const name of ['fetch', 'addEventListener', 'setInterval', 'BroadcastChannel', 'Worker']) {
    vi.stubGlobal(name, told(name));
  }
  vi.resetModules();
  expect(Object.keys(modules).length).toBeGreaterThan(50);
  for (const [path, load] of Object.entries(modules)) {
    await load();
    expect([path, deeds]).toEqual([path, []]);
  }
});
