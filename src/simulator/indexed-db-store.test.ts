import { expect, test, vi } from 'vitest';
import { createIndexedDbStore } from './indexed-db-store.ts';

/** As much of a browser's database as the store asks of it; each transaction starts after those that began before it. */
function fakeDatabase() {
  const rows = new Map<string, unknown>();
  const begun: string[] = [];
  let isClosed = false;
  let queue = Promise.resolve();
  const after = (target: EventTarget, type: string, result?: unknown) => {
    queue = queue.then(() => {
      const answer = typeof result === 'function' ? (result as () => unknown)() : result;
      Object.assign(target, { result: answer });
      target.dispatchEvent(new Event(type));
    });
    return target;
  };
  const table = {
    get: (key: string) => after(new EventTarget(), 'success', () => rows.get(key)),
    put: (value: unknown, key: string) =>
      after(new EventTarget(), 'success', () => void rows.set(key, value)),
  };
  const database = Object.assign(new EventTarget(), {
    close: () => (isClosed = true),
    transaction(_: string, mode: string) {
      if (isClosed)
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      begun.push(mode);
      const transaction = Object.assign(new EventTarget(), { objectStore: () => table });
      if (mode === 'readwrite') setTimeout(() => after(transaction, 'complete'));
      return transaction;
    },
  });
  vi.stubGlobal('indexedDB', {
    open: () =>
      after(new EventTarget(), 'success', () => {
        isClosed = false;
        return database;
      }),
  });
  /** What the browser does when the site's data is deleted, or another tab deletes the database. */
  const lose = (how: 'close' | 'versionchange') => {
    isClosed = how === 'close';
    rows.clear();
    database.dispatchEvent(new Event(how));
  };
  return { begun, lose };
}

test('rows that are asked for in one go are read in one transaction, others in one of their own', async () => {
  const { begun } = fakeDatabase();
  const store = createIndexedDbStore();
  await Promise.all([store.write('one', 1), store.write('two', 2)]);
  begun.splice(0);
  expect(await Promise.all([store.read('one'), store.read('two'), store.read('three')])).toEqual([
    1,
    2,
    undefined,
  ]);
  expect(begun).toEqual(['readonly']);
  await store.read('one');
  expect(begun).toEqual(['readonly', 'readonly']);
});

test('a row that is asked for after a write is read after it, also when nobody waited for the write', async () => {
  const { begun } = fakeDatabase();
  const store = createIndexedDbStore();
  await store.write('one', 1);
  begun.splice(0);
  const before = store.read('one');
  const written = store.write('one', 2);
  const afterwards = store.read('one');
  expect(await Promise.all([before, written, afterwards])).toEqual([1, undefined, 2]);
  expect(begun).toEqual(['readonly', 'readwrite', 'readonly']);
});

test.each(['close', 'versionchange'] as const)(
  'a database that the browser took away (%s) is opened anew, and is empty',
  async (how) => {
    const { lose } = fakeDatabase();
    const store = createIndexedDbStore();
    await store.write('one', 1);
    lose(how);
    expect(await store.read('one')).toBeUndefined();
    await store.write('one', 2);
    expect(await store.read('one')).toBe(2);
  },
);
