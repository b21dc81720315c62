import { beforeEach, expect, test } from 'vitest';
import { installVault, type AuthorizedRequest, type Vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { beginChanges, followChanges } from '#features/mail/list/pages/delta-api.ts';
import { listPage } from './mail-api.ts';
import { readSource } from './mail-source.ts';

const asked: AuthorizedRequest[] = [];
const { signal } = new AbortController();
const inbox = readSource('inbox', new URLSearchParams(), undefined);
const next = 'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages?$skiptoken=';

/** What the person has allowed Graph to show. */
let granted = ['Mail.Read'];

/** Answers one question after the other. */
function answering(...answers: { status?: number; body: unknown }[]): void {
  installVault({
    session: {
      get: () => ({
        kind: 'signed-in',
        grants: [
          {
            resource: cloud().graph.identifier,
            covers: granted.map((scope) => scope.toLowerCase()),
          },
        ],
      }),
    },
    send: (request: AuthorizedRequest) => {
      asked.push(request);
      const { status = 200, body } = answers[asked.length - 1] ?? { status: 500, body: {} };
      return Promise.resolve({
        status,
        headers: {},
        body: new TextEncoder().encode(JSON.stringify(body)).buffer,
      });
    },
  } as unknown as Vault);
}

const url = (at: number) => decodeURIComponent(asked[at]?.url ?? '');

beforeEach(() => {
  asked.length = 0;
  granted = ['Mail.Read'];
});

test('whoever has allowed the heads of letters only gets those, without being asked for more', async () => {
  granted = ['User.Read', 'Mail.ReadBasic'];
  answering({ body: { value: [] } }, { body: { value: [] } }, { body: { value: [] } });
  await listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
  expect(asked[0]?.scopes).toEqual(['Mail.ReadBasic']);
  expect(url(0)).toMatch(/subject/);
  expect(url(0)).not.toMatch(/bodyPreview/);
  for (const each of [['User.Read'], ['Mail.ReadBasic', 'Mail.Read']]) {
    granted = each;
    await listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
    expect(asked.at(-1)?.scopes).toEqual(['Mail.Read']);
    expect(url(asked.length - 1)).toMatch(/bodyPreview/);
  }
});

test('the first page is small and any other can be asked for by its place', async () => {
  answering({ body: { value: [] } }, { body: { value: [] } });
  await listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
  await listPage(inbox, { at: 50_025, next: undefined, shift: 3 }, signal);
  expect(url(0)).toMatch(/\/me\/mailFolders\/inbox\/messages\?.*\$top=25(&|$)/);
  expect(url(0)).not.toMatch(/skip/);
  expect(url(1)).toMatch(/\$top=100&\$skip=50028/);
  expect(asked[0]?.headers).toMatchObject({ Prefer: 'IdType="ImmutableId"' });
});

const messages = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => ({ id: `m${from + nth}` }));

test('the link that the page before gave is followed as it stands, with the same preference', async () => {
  answering({ body: { value: messages(125, 225), '@odata.nextLink': `${next}2` } });
  const page = await listPage(inbox, { at: 125, next: `${next}1`, shift: 0 }, signal);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ url: `${next}1`, headers: { Prefer: 'IdType="ImmutableId"' } });
  expect(page.next).toBe(`${next}2`);
  expect(page.items.map(({ id }) => id)).toEqual(messages(125, 225).map(({ id }) => id));
});

test('a page that holds fewer than were asked for is filled up from what follows', async () => {
  answering(
    { body: { value: messages(25, 50), '@odata.nextLink': `${next}1` } },
    { body: { value: [], '@odata.nextLink': `${next}2` } },
    { body: { value: messages(50, 110), '@odata.nextLink': `${next}3` } },
    { body: { value: messages(110, 125), '@odata.nextLink': `${next}4` } },
  );
  const page = await listPage(inbox, { at: 25, next: undefined, shift: 0 }, signal);
  expect(page.items.map(({ id }) => id)).toEqual(messages(25, 125).map(({ id }) => id));
  expect(page.next).toBe(`${next}4`);
  expect(asked).toHaveLength(4);
});

test('an empty page that has a next link is not the end', async () => {
  answering(
    { body: { value: [], '@odata.nextLink': `${next}1` } },
    { body: { value: [], '@odata.nextLink': `${next}2` } },
    { body: { value: [{ id: 'a' }] } },
  );
  const page = await listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
  expect(page.items).toHaveLength(1);
  expect(page.next).toBeUndefined();
});

test('a service that sends nothing but empty pages is not asked for ever', async () => {
  answering(
    ...Array.from({ length: 50 }, (_, at) => ({
      body: { value: [], '@odata.nextLink': `${next}${at === 11 ? 1 : at + 1}` },
    })),
  );
  const list = () => listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
  await expect(list()).rejects.toMatchObject({ kind: 'only-empty-pages' });
  expect(asked.length).toBeLessThan(15);
  const given = asked.length;

  // Who says so goes on from there.
  await expect(list()).rejects.toMatchObject({ kind: 'only-empty-pages' });
  expect(url(given + 1)).toBe(`${next}${given}`);
});

test('what comes after many empty pages is found by going on', async () => {
  answering(
    ...Array.from({ length: 15 }, (_, at) => ({
      body: { value: [], '@odata.nextLink': `${next}far${at === 11 ? 1 : at + 1}` },
    })),
    { body: { value: [{ id: 'a' }] } },
  );
  const list = () => listPage(inbox, { at: 0, next: undefined, shift: 0 }, signal);
  await expect(list()).rejects.toThrow('10 pages in a row were empty.');
  expect(await list()).toMatchObject({ items: [{ id: 'a' }], next: undefined });
  expect(url(12)).toBe(`${next}far11`);
});

test('changes are followed to their last page, and what left is told apart from what came', async () => {
  answering(
    {
      body: {
        value: [{ id: 'a', receivedDateTime: '2026-11-20T09:00:00Z' }],
        '@odata.nextLink': next,
      },
    },
    {
      body: {
        value: [
          { id: 'b', '@removed': { reason: 'deleted' } },
          { id: 'c', isRead: false },
        ],
        '@odata.deltaLink': 'https://graph.microsoft.com/delta',
      },
    },
  );
  const changes = await beginChanges('inbox', new Date('2026-11-20T08:00:00.123Z'), signal);
  expect(url(0)).toContain('$filter=receivedDateTime ge 2026-11-20T08:00:00Z');
  expect(changes).toMatchObject({
    items: [{ id: 'a' }],
    marks: [{ id: 'c', isRead: false }],
    removed: ['b'],
    link: 'https://graph.microsoft.com/delta',
  });
});

test.each([
  [410, 'resyncRequired'],
  [410, 'SyncStateNotFound'],
  [404, 'syncStateNotFound'],
])(
  'a link to changes that is over (%i %s) is no failure: another is begun',
  async (status, code) => {
    answering({ status, body: { error: { code, message: '' } } });
    expect(await followChanges('https://graph.microsoft.com/delta', signal)).toBeUndefined();
  },
);

test('any other refusal of changes is one', async () => {
  answering({ status: 503, body: { error: { code: 'x', message: '' } } });
  await expect(followChanges('https://graph.microsoft.com/delta', signal)).rejects.toMatchObject({
    status: 503,
  });
});
