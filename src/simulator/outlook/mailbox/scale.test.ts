import { expect, test, vi } from 'vitest';
import type { Collection, Contact, Message } from '#contract/graph.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { everyScope, graphAs, json, personWho } from '#simulator/graph/graph-test-client.ts';

vi.setConfig({ testTimeout: 60_000 });

const oona = personWho(({ mailboxSize }) => mailboxSize >= 100_000);
const scopes = [...everyScope, 'Mail.ReadWrite'];
const ask = graphAs({ person: oona, scopes });

/** The best of several: the machine has other things to do as well. */
async function quickest(path: string, times = 7): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < times; nth++) {
    const started = performance.now();
    const response = await ask(path);
    await response.text();
    best = Math.min(best, performance.now() - started);
    expect(response.status).toBe(200);
  }
  return best;
}

const list =
  '/me/mailFolders/inbox/messages?$top=50&$select=subject,from,receivedDateTime,isRead,bodyPreview';

test.each([
  ['the first page', list],
  ['a page in the middle', `${list}&$skip=50000`],
  ['the last page', `${list}&$skip=99950&$count=true`],
  ['the oldest first', `${list}&$orderby=receivedDateTime asc`],
  ['all folders as one, far down', '/me/messages?$top=25&$skip=150000&$select=subject'],
  [
    'a week of years ago',
    `${list}&$filter=receivedDateTime ge 2021-03-01T00:00:00Z and receivedDateTime lt 2021-03-08T00:00:00Z&$orderby=receivedDateTime desc`,
  ],
  ['a word that nobody wrote', '/me/messages?$search="zugzwang"'],
  ['the first contacts', '/me/contacts?$top=50'],
  ['contacts in order', '/me/contacts?$top=50&$skip=9000&$orderby=displayName'],
])(
  'of a hundred thousand messages and ten thousand contacts, %s comes at once',
  async (_, path) => {
    const time = await quickest(path);
    // Twenty milliseconds where nobody else computes; tests run beside each other.
    expect(time).toBeLessThan(120);
  },
);

test('there are as many as the folder and the list of contacts say', async () => {
  const inbox = await json<{ totalItemCount: number }>(ask('/me/mailFolders/inbox'));
  expect(inbox.totalItemCount).toBe(100_000);
  const contacts = await json<Collection<Contact>>(ask('/me/contacts?$top=1&$count=true'));
  expect(contacts['@odata.count']).toBe(10_000);
  const last = await json<Collection<Message>>(ask(`${list}&$skip=99990`));
  expect(last.value).toHaveLength(10);
  expect(last['@odata.nextLink']).toBeUndefined();
});

test('a word that many wrote is found without looking through all', async () => {
  const path = '/me/messages?$search="spectrometer"&$top=25&$select=subject';
  expect(await quickest(path, 3)).toBeLessThan(3000);
});

test('a sender is found among all, the second time without making the letters again', async () => {
  const some = graphAs({ person: { ...oona, mailboxSize: 4000 }, scopes });
  const inbox = '/me/mailFolders/inbox/messages';
  const first = await json<Collection<Message>>(some(`${inbox}?$top=1&$skip=700`));
  const address = first.value[0]?.from?.emailAddress?.address ?? '';
  const path = `${inbox}?$filter=from/emailAddress/address eq '${address.toUpperCase()}'&$count=true&$select=from&$top=5`;
  const timed = async () => {
    const started = performance.now();
    const page = await json<Collection<Message>>(some(path));
    return { page, time: performance.now() - started };
  };
  const { page, time } = await timed();
  expect(page.value.length).toBeGreaterThan(0);
  expect(page.value.every(({ from }) => from?.emailAddress?.address === address)).toBe(true);
  const again = await timed();
  expect(again.page['@odata.count']).toBe(page['@odata.count']);
  expect(again.time).toBeLessThan(time);
  const stranger = "/me/messages?$filter=from/emailAddress/address eq 'x@unheard.example'";
  expect(await quickest(stranger)).toBeLessThan(120);
});

test('walking through thousands of messages leaves nothing in memory', async () => {
  const store = createMemoryStore();
  const walk = graphAs({ person: oona, scopes, store });
  const rest = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const page = (skip: number) =>
    walk(`/me/mailFolders/inbox/messages?$top=500&$skip=${skip}&$select=subject,from`);
  await (await page(0)).text();
  const before = rest();
  for (let skip = 500; skip < 5000; skip += 500) await (await page(skip)).text();
  // Without a collector at hand garbage counts too: what matters is that it is not thousands of letters.
  expect(rest() - before).toBeLessThan(globalThis.gc ? 4e6 : 120e6);
  expect(JSON.stringify(await store.read(`mailbox ${oona.oid}`)).length).toBeLessThan(200);
});
