import { beforeAll, expect, test } from 'vitest';
import type { Collection, Message } from '#contract/graph.ts';
import { controlOrigin } from '#simulator/control/steered.ts';
import { mailboxKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { readAhead, rowFor } from './ahead.ts';
import { adele, claimsOf, hosts, redeem, signIn, TestBrowser } from './browser.test-kit.ts';
import { createMemoryStore } from './memory-store.ts';
import { createTenant, type Tenant } from './tenant.ts';
import type { TenantStore } from './tenant-context.ts';

/** A memory that is a way off, as a browser's is: what is asked of it in one go is answered together, one way later. */
function distant(near: TenantStore) {
  let ways = 0;
  let next: Promise<void> | undefined;
  const arrive = () =>
    (next ??= new Promise((resolve) => {
      setTimeout(() => {
        ways++;
        next = undefined;
        resolve();
      });
    }));
  const store: TenantStore = {
    read: (key) => arrive().then(() => near.read(key)),
    write: (key, value) => arrive().then(() => near.write(key, value)),
    update: (key, change) => arrive().then(() => near.update(key, change)),
    clear: () => arrive().then(() => near.clear()),
  };
  /** When nothing is on its way any more. */
  const still = async () => {
    while (next) await next;
  };
  return { store, still, ways: () => ways };
}

const near = createMemoryStore();
const clientRedirects = ['http://localhost/auth/callback/global'];
const tab = (store: TenantStore = near, now = Date.now): Tenant =>
  createTenant({ hosts, store, clientRedirects, now });
const list = 'mailFolders/inbox/messages?$top=5';
let authorization: string;
let mailbox: string;

beforeAll(async () => {
  const tenant = tab();
  const scope = 'openid profile User.Read Mail.ReadWrite';
  const { answer } = await signIn(new TestBrowser(tenant), { scope });
  const { body } = await redeem(tenant, answer.get('code'), { scope });
  authorization = `Bearer ${String(body['access_token'])}`;
  mailbox = mailboxKey(String(claimsOf(body['access_token'])['oid']));
});

function ask(tenant: Tenant, path: string, method = 'GET', body?: object): Promise<Response> {
  const headers = { authorization, 'content-type': 'application/json' };
  const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  return tenant.fetch(new Request(`${hosts.graph}/v1.0/me/${path}`, request));
}

/** From another document of the browser. */
async function control(path: string, body: object): Promise<void> {
  const request = { method: 'POST', body: JSON.stringify(body) };
  const response = await tab().fetch(new Request(`${controlOrigin}/control/${path}`, request));
  expect(response.ok).toBe(true);
}

async function page(response: Response): Promise<readonly Message[]> {
  return ((await response.json()) as Collection<Message>).value;
}

test('a page of mail waits for the memory of the tenant once, also the first one of all', async () => {
  const { store, still, ways } = distant(near);
  const tenant = tab(store);
  const waysOf = async (path: string) => {
    await still();
    const before = ways();
    expect((await ask(tenant, path)).status).toBe(200);
    return ways() - before;
  };
  // Whoever comes from the sign-in has the keys at hand.
  await ask(tenant, 'memberOf');
  expect(await near.read(mailbox)).toBeUndefined();
  expect(await waysOf(list)).toBe(1);
  await still();
  expect(await near.read(mailbox)).toBeDefined();
  for (const path of [list, 'messages?$top=5', 'mailFolders']) expect(await waysOf(path)).toBe(1);
});

test('of two documents that open a mailbox at once, the first one’s moment stays, whatever is written later', async () => {
  await near.write(mailbox, undefined);
  // Which of them is first is a matter of luck.
  const moments: unknown[] = [];
  const noted: TenantStore = {
    ...near,
    async update(key, change) {
      const value = await near.update(key, change);
      if (key === mailbox) moments.push((value as { opened?: number } | undefined)?.opened);
      return value;
    },
  };
  const tabs = [distant(noted), distant(noted)];
  const began = Date.now();
  const asked = tabs.map(({ store }, nth) =>
    ask(
      tab(store, () => began + nth),
      list,
    ),
  );
  await Promise.all(asked);
  await Promise.all(tabs.map(({ still }) => still()));
  expect(moments.length).toBeGreaterThan(1);
  const [first] = moments;
  expect([began, began + 1]).toContain(first);
  await ask(tab(noted), 'messages', 'POST', { subject: 'A draft' });
  expect(moments).toEqual(moments.map(() => first));
  expect(await near.read(mailbox)).toMatchObject({ opened: first });
  const pages = await Promise.all(tabs.map(async ({ store }) => page(await ask(tab(store), list))));
  expect(pages[0]).toEqual(pages[1]);
});

test('the mailbox that nobody opened before holds the same when the document is loaded anew', async () => {
  await near.write(mailbox, undefined);
  // Mail is invented by the hour in which the mailbox was opened first.
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const at = (moment: number) => tab(near, () => moment);
  const first = await page(await ask(at(hour - 1000), list));
  const anew = await page(await ask(at(hour + 1000), 'mailFolders/inbox/messages?$top=20'));
  expect(anew).toEqual(expect.arrayContaining([...first]));
});

test('a page shows what another document wrote a moment ago', async () => {
  const tenant = tab(distant(near).store);
  const [newest] = await page(await ask(tenant, list));
  const isRead = !newest?.isRead;
  expect((await ask(tab(), `messages/${newest?.id}`, 'PATCH', { isRead })).status).toBe(200);
  expect((await page(await ask(tenant, list)))[0]).toMatchObject({ id: newest?.id, isRead });
});

test('a request that looks twice sees at the second time what was written meanwhile, by itself or another', async () => {
  const store = createMemoryStore();
  const request = new Request(hosts.graph);
  await store.write('row', 'before');
  readAhead(store, request, ['row']);
  await store.write('row', 'after');
  expect(await rowFor(store, request, 'row')).toBe('before');
  expect(await rowFor(store, request, 'row')).toBe('after');
});

test('whoever asks while the line is slow sees what was written while the request was on its way', async () => {
  await control('faults', { url: '/mailFolders/inbox/messages', delay: 150 });
  const answer = ask(tab(), list);
  await control('mail', { user: adele, subject: 'While you waited' });
  expect((await page(await answer))[0]?.subject).toBe('While you waited');
});

test('every request is in the list of requests, also those that were asked side by side', async () => {
  const { store, still } = distant(near);
  const tenant = tab(store);
  const count = async () => ((await near.read<readonly object[]>('requests')) ?? []).length;
  const before = await count();
  await Promise.all([list, 'mailFolders', 'messages?$top=5'].map((path) => ask(tenant, path)));
  await still();
  expect(await count()).toBe(before + 3);
});

test('a token that was called back by another document opens nothing', async () => {
  const tenant = tab(distant(near).store);
  expect((await ask(tenant, list)).status).toBe(200);
  await control('revoke', { user: adele });
  expect((await ask(tenant, list)).status).toBe(401);
});

test('a memory that cannot be read refuses the request, and no other promise is left unanswered', async () => {
  const broken: TenantStore = {
    ...near,
    read: (key) => Promise.reject(new Error(key === 'steering' ? 'gone' : 'lost')),
  };
  await expect(ask(tab(broken), list)).rejects.toThrow('gone');
});
