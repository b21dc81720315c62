import { expect, test, vi } from 'vitest';
import { hosts, redeem, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { mailboxKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { bornMessage } from '#simulator/outlook/messages/born-message.ts';
import { only } from '#simulator/outlook/messages/dressing.ts';
import { folders, mailboxOf } from '#simulator/seed/mailbox.ts';
import { people } from '#simulator/seed/people.ts';
import { letterAt } from '#simulator/seed/post.ts';

const [adele] = people.filter(({ givenName }) => givenName === 'Adele');
const inbox = folders.find(({ wellKnown }) => wellKnown === 'inbox');

test('pages are asked for one at a time, each after whoever asked for it has had a pause', async () => {
  const order: string[] = [];
  const asked: string[] = [];
  const { tenant } = await testTenant();
  await tenant.warmUp({
    pause: async () => void order.push('pause'),
    answered: (url, status) => {
      order.push('page');
      asked.push(`${status} ${new URL(url).pathname}`);
    },
  });
  expect(order.length).toBeGreaterThan(4);
  expect(order.every((what, at) => what === (at % 2 === 0 ? 'pause' : 'page'))).toBe(true);
  expect(new Set(asked)).toEqual(
    new Set(['200 /v1.0/me/messages', '200 /v1.0/me/mailFolders/inbox/messages']),
  );
});

test('pages are those of whoever was given a token last, no mailbox counts as opened by it, and nobody else is vouched for', async () => {
  const store = createMemoryStore();
  const looked = vi.spyOn(store, 'read');
  const { tenant } = await testTenant({ store });
  const { answer } = await signIn(new TestBrowser(tenant), {}, 'ingrid@northlight.example');
  await redeem(tenant, answer.get('code'));
  looked.mockClear();
  await tenant.warmUp();
  const mailboxes = looked.mock.calls
    .map(([key]) => key)
    .filter((key) => key.startsWith('mailbox'));
  const ingrid = people.find(({ givenName }) => givenName === 'Ingrid');
  expect(new Set(mailboxes)).toEqual(new Set([mailboxKey(ingrid?.oid ?? '')]));
  expect(await store.read(mailboxKey(ingrid?.oid ?? ''))).toBeUndefined();
  const anybody = await tenant.fetch(new Request(`${hosts.graph}/v1.0/me/messages`));
  expect(anybody.status).toBe(401);
});

test('a letter that was read is not written again, and one of another hour, seed or mailbox is', () => {
  if (!adele || !inbox) throw new Error('The tenant has no Adele with an inbox.');
  const now = Date.UTC(2026, 10, 20, 9, 30);
  const at = (seed = 1, time = now, mailboxSize = adele.mailboxSize) =>
    letterAt(mailboxOf({ ...adele, mailboxSize }, seed, time), inbox, 3);
  const letter = at();
  expect(at()).toBe(letter);
  expect(at(1, now + 60_000)).toBe(letter);
  for (const other of [at(2), at(1, now + 3_600_000), at(1, now, 5000)])
    expect(other).not.toBe(letter);
  const readOthers = (count: number) => {
    for (let index = 0; index < count; index++)
      letterAt(mailboxOf(adele, 1, now), inbox, 100 + index);
  };
  readOthers(40);
  expect(at()).toBe(letter);
  readOthers(40);
  // It was read between them.
  expect(at()).toBe(letter);
  readOthers(100);
  expect(at()).not.toBe(letter);
  expect(at()).toEqual(at(1));
});

test('whoever looks through many letters leaves those that were read last as they are', () => {
  if (!adele || !inbox) throw new Error('The tenant has no Adele with an inbox.');
  const mailbox = mailboxOf(adele, 1, Date.UTC(2026, 10, 20, 9, 30)) as OpenMailbox;
  const letter = letterAt(mailbox, inbox, 3);
  for (let index = 100; index < 200; index++) {
    const place = { folder: inbox, index };
    expect(bornMessage(mailbox, place, only(['subject'])).subject).toBeTypeOf('string');
  }
  expect(letterAt(mailbox, inbox, 3)).toBe(letter);
});
