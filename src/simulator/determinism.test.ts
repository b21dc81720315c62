import { expect, test, vi } from 'vitest';
import { everyScope, graphAs } from '#simulator/graph/graph-test-client.ts';
import { oneRun } from './two-runs.test-kit.ts';

vi.setConfig({ testTimeout: 30_000 });

const scopes = [...everyScope, 'Mail.ReadWrite', 'Mail.Send', 'MailboxSettings.Read'];

/** A morning's requests, changes and refusals among them. */
const requests: readonly (readonly [method: string, path: string, body?: object])[] = [
  ['GET', '/me'],
  ['GET', '/me/mailFolders?$top=100&includeHiddenFolders=true'],
  ['GET', '/me/messages?$top=30&$expand=attachments'],
  ['GET', '/me/messages?$search="lens"&$top=5'],
  ['GET', '/me/mailFolders/inbox/messages/delta?$top=20'],
  ['GET', '/me/messages/nothing'],
  ['POST', '/me/messages', { subject: 'A draft' }],
  [
    'POST',
    '/me/sendMail',
    { message: { subject: 'x', toRecipients: [{ emailAddress: { address: 'a@b.example' } }] } },
  ],
  ['GET', '/me/mailFolders/sentitems/messages?$top=3&$select=internetMessageHeaders'],
  ['GET', '/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-12-01&$top=200'],
  ['GET', '/me/contacts?$top=50&$orderby=displayName'],
  ['GET', '/me/people'],
  ['GET', '/me/mailboxSettings'],
  ['POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: '/me/messages?$top=2' }] }],
];

async function run(seed: number): Promise<string> {
  const ask = graphAs({ scopes, seed });
  const bytes: string[] = [];
  for (const [method, path, body] of requests) {
    const response = await ask(path, {
      method,
      ...(body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    });
    bytes.push(
      `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`,
    );
  }
  return bytes.join('\n');
}

test('two runs with one seed and one clock are equal to the byte, headers and refusals included', async () => {
  const first = await run(7);
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
});

test('the services beside Graph, uploads and refusals of Entra are equal to the byte as well', async () => {
  const now = Date.UTC(2026, 10, 20, 14, 30);
  const first = await oneRun(7, now);
  expect(await oneRun(7, now)).toEqual(first);
  const other = await oneRun(8, now);
  expect(first.filter((each, at) => each !== other[at]).length).toBeGreaterThan(10);
});
