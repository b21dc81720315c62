import { expect, test } from 'vitest';
import {
  adele,
  testContext,
  withoutMailbox,
  type Setting,
} from '#simulator/graph/graph-test-client.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { BadCall } from '#simulator/control/steered.ts';
import { choose } from '#simulator/control/switches.ts';

const host = 'https://outlook.office365.com';

interface Answer {
  readonly value: Record<string, unknown>[];
  readonly '@odata.context': string;
  readonly '@odata.nextLink'?: string;
}

function exchangeAs(setting: Setting = {}) {
  const store = createMemoryStore();
  const app = exchangeRoutes({ ...testContext(setting), store }, graphRoutes);
  const ask = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(path.startsWith('https:') ? path : `${host}${path}`, init));
  return { ask, store, list: async (path: string) => (await (await ask(path)).json()) as Answer };
}

test('the first ten messages of the inbox come under the names of 2014', async () => {
  const { list } = exchangeAs();
  const answer = await list('/api/v1.0/me/folders/inbox/messages?$top=10');
  expect(answer.value).toHaveLength(10);
  expect(Object.keys(answer.value[0] ?? {})).toEqual(
    expect.arrayContaining(['Id', 'Subject', 'From', 'DateTimeReceived', 'IsRead', 'Body']),
  );
  expect(answer.value[0]).not.toHaveProperty('Flag');
  expect(answer.value[0]).toMatchObject({
    Importance: expect.stringMatching(/^(Normal|High|Low)$/),
    Body: { ContentType: expect.stringMatching(/^(HTML|Text)$/) },
    From: { EmailAddress: { Address: expect.any(String) } },
  });
  expect(answer['@odata.context']).toBe(`${host}/api/v1.0/$metadata#Me/Folders('inbox')/Messages`);
});

test('names in options are translated, and the next page is asked for in the same names', async () => {
  const { list } = exchangeAs();
  const path =
    '/api/v1.0/Me/Folders/Inbox/Messages?$select=Subject,DateTimeReceived&$orderby=DateTimeReceived desc&$top=5';
  const first = await list(path);
  expect(
    Object.keys(first.value[0] ?? {})
      .filter((name) => !name.startsWith('@'))
      .sort(),
  ).toEqual(['DateTimeReceived', 'Id', 'Subject']);
  const next = first['@odata.nextLink'] ?? '';
  expect(next).toContain('DateTimeReceived');
  expect((await list(next)).value[0]?.['Id']).not.toBe(first.value[0]?.['Id']);
});

test('the second version has today’s names, with a capital', async () => {
  const { list } = exchangeAs();
  const { value } = await list('/api/v2.0/me/mailfolders/inbox/messages?$top=1');
  expect(value[0]).toHaveProperty('ReceivedDateTime');
  expect(value[0]).toHaveProperty('Flag');
});

test('contacts are there, and what is not there says so in the words of its own', async () => {
  const { ask, list } = exchangeAs();
  const { value } = await list('/api/v1.0/me/contacts?$top=3');
  expect(value[0]).toHaveProperty('EmailAddresses');
  expect(value[0]).toHaveProperty('MobilePhone1');
  const missing = await ask('/api/v1.0/me/messages/nothing');
  expect(missing.status).toBeGreaterThanOrEqual(400);
  expect(Object.keys(((await missing.json()) as { error: object }).error)).toEqual([
    'code',
    'message',
  ]);
  const none = await exchangeAs({ person: withoutMailbox }).ask('/api/v1.0/me/messages');
  expect(await none.json()).toMatchObject({ error: { code: 'MailboxNotEnabledForRESTAPI' } });
});

test('a token that is refused gets no body and a reason in a header', async () => {
  const { ask } = exchangeAs({ refusal: 'invalid' });
  const id = '9aa1c740-25e2-4841-9146-ef7018f7bf37';
  const answer = await ask('/api/v1.0/me/folders/inbox/messages', {
    headers: { 'client-request-id': id, 'return-client-request-id': 'true' },
  });
  expect([answer.status, await answer.text()]).toEqual([401, '']);
  expect(answer.headers.get('x-ms-diagnostics')).toBe(
    '2000001;reason="No applicable user context claims found.";error_category="invalid_token"',
  );
  expect(answer.headers.get('www-authenticate')).toContain('trusted_issuers=');
  expect(answer.headers.get('client-request-id')).toBe(id);
  const app = await exchangeAs({ roles: ['Mail.Read'] }).ask('/api/v1.0/me/messages');
  expect(app.headers.get('x-ms-diagnostics')).toContain('Presented auth strength was 1');
});

test('the id of a request comes back when that was asked for', async () => {
  const { ask } = exchangeAs();
  const id = '9aa1c740-25e2-4841-9146-ef7018f7bf37';
  const plain = await ask('/api/v1.0/me', { headers: { 'client-request-id': id } });
  expect(plain.headers.get('client-request-id')).toBeNull();
  const headers = { 'client-request-id': id, 'return-client-request-id': 'true' };
  const wanted = await ask('/api/v1.0/me', { headers });
  expect(wanted.headers.get('client-request-id')).toBe(id);
  expect(await wanted.json()).toMatchObject({ DisplayName: adele.displayName, Alias: 'adele' });
});

test('switched to today it is gone', async () => {
  const { ask, store } = exchangeAs();
  await choose(store, { exchangeRest: 'gone' });
  expect((await ask('/api/v1.0/me/messages')).status).toBe(410);
  await expect(choose(store, { exchangeRest: 'perhaps' })).rejects.toThrow(BadCall);
});

test('a scope for something else does not open the mailbox', async () => {
  const answer = await exchangeAs({ scopes: ['Contacts.Read'] }).ask('/api/v1.0/me/messages');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: { code: 'ErrorAccessDenied' } });
});

test('events have plain times with the zone beside them in the first version', async () => {
  const { list } = exchangeAs();
  const { value } = await list('/api/v1.0/me/events?$top=2');
  expect(value[0]).toMatchObject({
    Start: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    StartTimeZone: expect.any(String),
    Subject: expect.any(String),
  });
  const second = await list('/api/v2.0/me/events?$top=1');
  expect(second.value[0]).toMatchObject({ Start: { DateTime: expect.any(String) } });
});

test('each thing says where it is, and it is there', async () => {
  const { ask, list } = exchangeAs();
  const lists = [
    'messages',
    'contacts',
    'events',
    'folders',
    'calendars',
    'folders/inbox/messages',
  ];
  for (const path of lists) {
    const { value } = await list(`/api/v1.0/me/${path}?$top=1`);
    const [{ '@odata.id': address, Id } = {}] = value;
    const [name = ''] = path.split('/').slice(-1);
    const kind = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const owner = `${adele.oid}@${adele.tenantId}`;
    expect(address).toBe(`${host}/api/v1.0/Users('${owner}')/${kind}('${String(Id)}')`);
    const one = (await (await ask(String(address))).json()) as Record<string, unknown>;
    expect(one).toMatchObject({
      '@odata.context': `${host}/api/v1.0/$metadata#Me/${kind}/$entity`,
      '@odata.id': address,
      Id,
    });
  }
});

test('the second version names what was selected, and choices begin with a capital', async () => {
  const { list } = exchangeAs();
  const answer = await list('/api/v2.0/me/messages?$top=1&$select=Subject,Flag');
  expect(answer['@odata.context']).toBe(`${host}/api/v2.0/$metadata#Me/Messages(Subject,Flag)`);
  expect(answer.value[0]).toMatchObject({ Flag: { FlagStatus: expect.stringMatching(/^[NFC]/) } });
  const { value } = await list('/api/v1.0/me/events?$top=1');
  expect(value[0]).not.toHaveProperty('TransactionId');
});
