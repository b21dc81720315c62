import { expect, test, vi } from 'vitest';
import { everyScope, graphAs, json } from './graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

interface Answers {
  responses: { id: string; status: number; headers: Record<string, string>; body?: unknown }[];
}

const ask = graphAs({ scopes: [...everyScope, 'Mail.ReadWrite'] });

function post(requests: unknown) {
  return ask('/$batch', { method: 'POST', body: JSON.stringify({ requests }) });
}

async function batch(requests: unknown): Promise<Map<string, Answers['responses'][number]>> {
  const { responses } = await json<Answers>(post(requests));
  return new Map(responses.map((each) => [each.id, each]));
}

test('twenty requests are answered in one, each with its own status, headers and body', async () => {
  const answers = await batch(
    Array.from({ length: 20 }, (_, at) => ({
      id: `${at}`,
      method: 'GET',
      url: at === 3 ? '/me/messages/nothing' : at === 4 ? 'me/photo/$value' : '/me/messages?$top=1',
    })),
  );
  expect([...answers.values()].filter(({ status }) => status === 200)).toHaveLength(19);
  expect(answers.get('3')).toMatchObject({
    status: 400,
    body: { error: { code: 'ErrorInvalidIdMalformed' } },
  });
  const picture = answers.get('4');
  expect(picture?.headers['Content-Type']).toBe('image/png');
  expect(atob(String(picture?.body)).slice(1, 4)).toBe('PNG');
});

test.each([
  [Array.from({ length: 21 }, (_, at) => ({ id: `${at}`, method: 'GET', url: '/me' })), 'exceeds'],
  [
    [
      { id: 'a', method: 'GET', url: '/me' },
      { id: 'A', method: 'GET', url: '/me' },
    ],
    'Duplicate',
  ],
  [[{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }], 'relative'],
  [[{ id: '1', method: 'POST', url: '/me/messages', body: {} }], 'Content-Type'],
  [[{ id: '1', method: 'GET', url: '/me', dependsOn: ['2'] }], 'Invalid dependency'],
  [
    [
      { id: '1', method: 'GET', url: '/me', dependsOn: ['2'] },
      { id: '2', method: 'GET', url: '/me' },
    ],
    'Invalid dependency',
  ],
  [[{ id: '1', method: 'GET', url: '/me', dependsOn: ['1'] }], 'Invalid dependency'],
  [
    [
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
      { id: '3', method: 'GET', url: '/me' },
      { id: '4', method: 'GET', url: '/me', dependsOn: ['3'] },
    ],
    'Batch should be either fully sequential or fully parallel.',
  ],
  [[{ id: '1', method: 'GET', url: '/me', dependsOn: '1' }], 'payload'],
  [[{ id: '1', method: 'GET', url: '/me', dependsOn: [1] }], 'payload'],
  [[{ id: '1', method: 'GET', url: '/me', dependsOn: { on: '1' } }], 'payload'],
  [[{ id: '1', method: 'GET', url: '/me', headers: 'Prefer: x' }], 'payload'],
  [[{ id: '1', method: 'GET', url: '/me', headers: { prefer: 1 } }], 'payload'],
  [[{ id: 1, method: 'GET', url: '/me' }], 'payload'],
  [[{ method: 'GET', url: '/me' }], 'payload'],
  [[{ id: '1', url: '/me' }], 'payload'],
  [[null], 'payload'],
  [[{ id: '1', method: 'GET' }], 'relative'],
  [[{ id: '1', method: 'TRACE', url: '/me' }], 'TRACE'],
  [[{ id: '1', method: 'POST', url: '/me/messages/x/send' }], 'Content-Type header or body'],
  [[{ id: '1', method: 'POST', url: '/$batch' }], 'another batch'],
  [[{ id: '1', method: 'GET', url: '/me', atomicityGroup: 'g' }], 'atomicityGroup'],
  [[], 'payload'],
])('a batch that is none is refused as a whole (%#)', async (requests, message) => {
  const response = await post(requests);
  expect(response.status).toBe(400);
  expect(JSON.stringify(await response.json())).toContain(message);
});

test('steps may all wait for the same one', async () => {
  const answers = await batch([
    { id: '1', method: 'GET', url: '/me' },
    { id: '2', method: 'GET', url: '/me/messages/nothing' },
    { id: '3', method: 'GET', url: '/me', dependsOn: ['1'] },
    { id: '4', method: 'GET', url: '/me', dependsOn: ['1'] },
  ]);
  expect([...answers.values()].map(({ status }) => status)).toEqual([200, 400, 200, 200]);
});

test('what depends on a failure is not done, what depends on a success is done after it', async () => {
  const headers = { 'Content-Type': 'application/json' };
  const answers = await batch([
    { id: 'a', method: 'POST', url: '/me/messages', headers, body: { subject: 'from a batch' } },
    { id: 'b', method: 'GET', url: '/me/mailFolders/drafts/messages?$top=1', dependsOn: ['a'] },
    { id: 'c', method: 'GET', url: '/me/messages/nothing', dependsOn: ['b'] },
    { id: 'd', method: 'GET', url: '/me', dependsOn: ['c'] },
  ]);
  expect(answers.get('b')?.body).toMatchObject({ value: [{ subject: 'from a batch' }] });
  expect(answers.get('d')?.status).toBe(424);
});

test('what needs no body is not refused for one, nor for saying nothing where it may say something', async () => {
  const headers = { 'content-type': 'application/json' };
  const answers = await batch([
    { id: 'a', method: 'get', url: '/me', headers, body: {}, dependsOn: null },
    { id: 'b', method: 'DELETE', url: '/me/messages/nothing', headers: null, body: null },
    { id: 'c', method: 'POST', url: '/me/messages/nothing/send', headers, body: {} },
  ]);
  expect(answers.get('a')?.status).toBe(200);
  expect(answers.get('b')?.status).toBe(400);
  expect(answers.get('c')?.body).toMatchObject({ error: { code: 'ErrorAccessDenied' } });
});

test('a step cannot speak for somebody else, and without a token there is no batch', async () => {
  const nobody = graphAs({ refusal: 'missing' });
  expect((await nobody('/$batch', { method: 'POST', body: '{}' })).status).toBe(401);
});

test('the fifth request to a mailbox at a time is refused, inside a batch with its own Retry-After', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 6 }, async () => (await ask('/me/messages?$top=1')).status),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  const held = ask('/me/messages?$top=1');
  const answers = await batch(
    Array.from({ length: 4 }, (_, at) => ({
      id: `${at}`,
      method: 'GET',
      url: '/me/messages?$top=900',
    })),
  );
  await held;
  for (const { status, headers } of answers.values()) {
    expect(status === 200 || headers['Retry-After'] !== undefined).toBe(true);
  }
  const other = await ask('/me/messages?$top=1');
  expect(other.status).toBe(200);
  expect(other.headers.get('access-control-expose-headers')).toContain('Retry-After');
});
