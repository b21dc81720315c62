import { expect, test } from 'vitest';
import { everyScope, graphAs, json } from './graph-test-client.ts';

const ask = graphAs({
  scopes: [
    ...everyScope,
    ...['Mail.ReadWrite', 'Contacts.ReadWrite', 'Calendars.ReadWrite', 'Tasks.ReadWrite'],
    'Files.ReadWrite',
  ],
});
const post = (path: string, body: object = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const at = (hour: number) => ({ dateTime: `2026-12-03T${hour}:00:00`, timeZone: 'UTC' });
const first = async (path: string) =>
  (await json<{ value: { id: string }[] }>(ask(path))).value[0]?.id ?? '';
const draft = async () => (await json<{ id: string }>(post('/me/messages'))).id;

test.each<[string, () => Promise<string>, object]>([
  ['a draft', async () => '/me/messages', { subject: 'New' }],
  ['a draft in a folder', async () => '/me/mailFolders/inbox/messages', { subject: 'New' }],
  ['a reply', async () => `/me/messages/${await first('/me/messages')}/createReply`, {}],
  [
    'a copy',
    async () => `/me/messages/${await first('/me/messages')}/copy`,
    { destinationId: 'drafts' },
  ],
  [
    'an attachment',
    async () => `/me/messages/${await draft()}/attachments`,
    { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' },
  ],
  ['a folder of mail', async () => '/me/mailFolders', { displayName: 'New' }],
  [
    'a folder in a folder',
    async () => '/me/mailFolders/inbox/childFolders',
    { displayName: 'New' },
  ],
  ['a contact', async () => '/me/contacts', { givenName: 'New' }],
  ['an event', async () => '/me/events', { subject: 'New', start: at(12), end: at(13) }],
  ['a calendar', async () => '/me/calendars', { name: 'New' }],
  ['a list', async () => '/me/todo/lists', { displayName: 'New' }],
  ['a task', async () => `/me/todo/lists/${await first('/me/todo/lists')}/tasks`, { title: 'New' }],
  ['a folder of files', async () => '/me/drive/root/children', { name: 'New', folder: {} }],
])('%s that was made says where it is, and is there', async (_, path, given) => {
  const made = await post(await path(), given);
  expect(made.status).toBe(201);
  const location = new URL(made.headers.get('location') ?? 'about:blank');
  const { id, '@odata.etag': etag } = await json<{ id: string; '@odata.etag'?: string }>(made);
  expect(made.headers.get('etag')).toBe(etag ?? null);
  const there = await ask(location.pathname.replace('/v1.0', ''));
  expect(there.status).toBe(200);
  expect(await there.json()).toMatchObject({ id });
});
