import { expect, test, vi } from 'vitest';
import type { Collection, FileAttachment, MailFolder, Message } from '#contract/graph.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import {
  adele,
  everyScope,
  graphAs,
  json,
  personWho,
  type Ask,
} from '#simulator/graph/graph-test-client.ts';
import { letMailArrive } from '#simulator/outlook/sending/arrival.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

const scopes = [...everyScope, 'Mail.ReadWrite', 'Mail.Send'];
const start = Date.UTC(2026, 10, 20, 14, 30);
const small = { ...adele, mailboxSize: 300 };

function mailboxWithClock() {
  const store = createMemoryStore();
  let now = start;
  const ask = graphAs({ person: small, scopes, store, now: () => now });
  return { ask, store, advance: (hours: number) => void (now += hours * 3_600_000) };
}

function send(ask: Ask, method: string, path: string, body?: unknown, headers = {}) {
  return ask(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const list = async (ask: Ask, path: string) => json<Collection<Message>>(ask(path));
const folder = async (ask: Ask, name: string) => json<MailFolder>(ask(`/me/mailFolders/${name}`));

test('what is marked stays marked, in lists, counts and filters', async () => {
  const { ask } = mailboxWithClock();
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$filter=isRead eq false');
  const id = value[0]?.id ?? '';
  const before = await folder(ask, 'inbox');
  const changed = await json<Message>(
    send(ask, 'PATCH', `/me/messages/${id}`, {
      isRead: true,
      categories: ['Red category'],
      flag: { flagStatus: 'complete' },
    }),
  );
  expect(changed).toMatchObject({ id, isRead: true, categories: ['Red category'] });
  expect(changed.flag?.completedDateTime).toBeDefined();
  expect(changed.changeKey).not.toBe(value[0]?.changeKey);
  expect((await folder(ask, 'inbox')).unreadItemCount).toBe((before.unreadItemCount ?? 0) - 1);
  const found = await list(ask, "/me/messages?$filter=categories/any(c:c eq 'Red category')");
  expect(found.value.map((each) => each.id)).toEqual([id]);
  expect((await send(ask, 'PATCH', `/me/messages/${id}`, { subjekt: 'x' })).status).toBe(400);
  expect((await send(ask, 'PATCH', `/me/messages/${id}`, { subject: 'x' })).status).toBe(400);
});

test('a moved message has a new id, unless ids that last were asked for, and the counts follow', async () => {
  const { ask } = mailboxWithClock();
  const prefer = { prefer: 'IdType="ImmutableId"' };
  const lasting = await json<Collection<Message>>(
    ask('/me/mailFolders/inbox/messages?$skip=4&$top=2', { headers: prefer }),
  );
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$skip=4&$top=2');
  const [one, other] = value;
  const moved = await json<Message>(
    send(ask, 'POST', `/me/messages/${one?.id}/move`, { destinationId: 'archive' }),
  );
  expect(moved.id).not.toBe(one?.id);
  expect((await ask(`/me/messages/${one?.id}`)).status).toBe(404);
  expect((await ask(`/me/messages/${moved.id}`)).status).toBe(200);
  const after = await list(ask, '/me/mailFolders/inbox/messages?$skip=4&$top=1');
  expect(after.value[0]?.id).toBe(other?.id);
  expect((await ask(`/me/messages/${lasting.value[0]?.id}`)).status).toBe(200);
  const archive = await list(ask, '/me/mailFolders/archive/messages?$top=1000');
  expect(archive.value.map(({ id }) => id)).toContain(moved.id);
  const times = archive.value.map(({ receivedDateTime = '' }) => receivedDateTime);
  expect(times).toEqual(times.toSorted().reverse());
  expect((await folder(ask, 'inbox')).totalItemCount).toBe(299);
  const everywhere = await list(ask, '/me/messages?$top=1000&$count=true&$select=id');
  expect(everywhere['@odata.count']).toBe(everywhere.value.length);
});

test('deleting goes by way of the deleted items, and twice is for good', async () => {
  const { ask } = mailboxWithClock();
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$top=1');
  const path = `/me/messages/${value[0]?.id}`;
  expect((await send(ask, 'DELETE', path)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  const bin = await list(ask, '/me/mailFolders/deleteditems/messages');
  const binned = bin.value.find(
    ({ internetMessageId }) => internetMessageId === value[0]?.internetMessageId,
  );
  expect((await send(ask, 'DELETE', `/me/messages/${binned?.id}`)).status).toBe(204);
  const beyond = await list(ask, '/me/mailFolders/recoverableitemsdeletions/messages');
  expect(beyond.value).toHaveLength(1);
  const copy = await json<Message>(
    send(ask, 'POST', `/me/messages/${beyond.value[0]?.id}/copy`, { destinationId: 'inbox' }),
  );
  expect(copy.subject).toBe(value[0]?.subject);
});

test('folders can be made, renamed and deleted, the distinguished ones not', async () => {
  const { ask } = mailboxWithClock();
  const path = '/me/mailFolders/inbox/childFolders';
  const made = await json<MailFolder>(send(ask, 'POST', path, { displayName: 'Zebra' }));
  expect(made).toMatchObject({ displayName: 'Zebra', totalItemCount: 0 });
  expect((await send(ask, 'POST', path, { displayName: 'zebra' })).status).toBe(409);
  const renamed = await send(ask, 'PATCH', `/me/mailFolders/${made.id}`, { displayName: 'Okapi' });
  expect(await json<MailFolder>(renamed)).toMatchObject({ id: made.id, displayName: 'Okapi' });
  const names = (await json<Collection<MailFolder>>(ask(path))).value.map(
    (each) => each.displayName,
  );
  expect(names).toEqual(['Okapi', 'Suppliers']);
  expect((await send(ask, 'DELETE', '/me/mailFolders/inbox')).status).toBe(400);
  expect((await send(ask, 'DELETE', `/me/mailFolders/${made.id}`)).status).toBe(204);
  expect(await folder(ask, made.id)).toMatchObject({ displayName: 'Okapi' });
  expect((await send(ask, 'DELETE', `/me/mailFolders/${made.id}`)).status).toBe(204);
  expect((await ask(`/me/mailFolders/${made.id}`)).status).toBe(404);
});

test('a draft is written, gets a file, is sent, and reaches the colleague it is for', async () => {
  const { ask, store } = mailboxWithClock();
  const to = personWho(({ givenName }) => givenName === 'Ingrid');
  const draft = await json<Message>(
    send(ask, 'POST', '/me/messages', {
      subject: 'Grüße',
      body: { contentType: 'HTML', content: '<p>Hello</p>' },
      toRecipients: [{ emailAddress: { address: to.userPrincipalName } }],
    }),
  );
  expect(draft).toMatchObject({ isDraft: true, subject: 'Grüße', bodyPreview: 'Hello' });
  const file = await send(ask, 'POST', `/me/messages/${draft.id}/attachments`, {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: 'a.txt',
    contentType: 'text/plain',
    contentBytes: btoa('abc'),
  });
  expect(file.status).toBe(201);
  expect((await send(ask, 'POST', `/me/messages/${draft.id}/send`)).status).toBe(202);
  expect((await ask(`/me/messages/${draft.id}`)).status).toBe(404);
  const sent = await list(ask, '/me/mailFolders/sentitems/messages?$top=1');
  expect(sent.value[0]).toMatchObject({ subject: 'Grüße', isDraft: false, hasAttachments: true });
  const theirs = graphAs({ person: to, scopes, store, now: start });
  const got = await list(theirs, '/me/mailFolders/inbox/messages?$top=1&$expand=attachments');
  expect(got.value[0]).toMatchObject({ subject: 'Grüße', isRead: false });
  const attached = (got.value[0] as unknown as { attachments: FileAttachment[] }).attachments;
  expect(attached).toMatchObject([{ name: 'a.txt', contentBytes: btoa('abc') }]);
});

test('mail is sent in one step, as JSON or as MIME, and refused without a recipient', async () => {
  const { ask } = mailboxWithClock();
  const message = {
    subject: 'One step',
    toRecipients: [{ emailAddress: { address: 'x@y.example' } }],
  };
  expect((await send(ask, 'POST', '/me/sendMail', { message })).status).toBe(202);
  const mime = (text: string) =>
    ask('/me/sendMail', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text });
  expect((await mime(btoa('To: a@b.example\r\nSubject: Two\r\n\r\nText'))).status).toBe(202);
  const broken = await mime('not base64!');
  expect(await broken.json()).toMatchObject({
    error: { code: 'ErrorMimeContentInvalidBase64String' },
  });
  const sent = await list(ask, '/me/mailFolders/sentitems/messages?$top=2');
  expect(sent.value.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['One step', 'Two']),
  );
  const nobody = await send(ask, 'POST', '/me/sendMail', { message: { subject: 'x' } });
  expect(await nobody.json()).toMatchObject({ error: { code: 'ErrorInvalidRecipients' } });
});

test('an answer quotes what it answers and stays in its conversation', async () => {
  const { ask } = mailboxWithClock();
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$top=1');
  const [first] = value;
  const reply = await json<Message>(
    send(ask, 'POST', `/me/messages/${first?.id}/createReply`, { comment: 'Fine with me' }),
  );
  expect(reply.conversationId).toBe(first?.conversationId);
  expect(reply.toRecipients).toEqual(first?.replyTo?.length ? first.replyTo : [first?.from]);
  expect(reply.body?.content).toContain('Fine with me');
  const path = `/me/messages?$filter=conversationId eq '${first?.conversationId}'`;
  const found = (await list(ask, path)).value.map(({ id }) => id);
  expect(found).toEqual(expect.arrayContaining([reply.id, first?.id]));
  const forward = { toRecipients: [{ emailAddress: { address: 'x@y.example' } }] };
  expect((await send(ask, 'POST', `/me/messages/${first?.id}/forward`, forward)).status).toBe(202);
});

test('a delta query hands out the folder, then only what changed', async () => {
  const { ask, advance } = mailboxWithClock();
  const seen: string[] = [];
  let page = await list(ask, '/me/mailFolders/inbox/messages/delta?$select=subject,isRead&$top=70');
  for (; page['@odata.nextLink']; page = await list(ask, page['@odata.nextLink'])) {
    seen.push(...page.value.map(({ id }) => id));
  }
  seen.push(...page.value.map(({ id }) => id));
  expect(new Set(seen).size).toBe(300);
  const link = page['@odata.deltaLink'] ?? '';
  expect((await list(ask, link)).value).toEqual([]);
  await send(ask, 'PATCH', `/me/messages/${seen[5]}`, { flag: { flagStatus: 'flagged' } });
  await send(ask, 'POST', `/me/messages/${seen[7]}/move`, { destinationId: 'archive' });
  advance(5);
  const changes = await list(ask, link);
  const removed = changes.value.filter((each) => '@removed' in each);
  expect(removed).toMatchObject([{ id: seen[7], '@removed': { reason: 'deleted' } }]);
  expect(changes.value.map(({ id }) => id)).toContain(seen[5]);
  expect(changes.value.length).toBeGreaterThan(3);
  const arrived = changes.value.filter(({ id }) => !seen.includes(id));
  expect(arrived.every(({ isRead }) => isRead === false)).toBe(true);
  const inbox = await folder(ask, 'inbox');
  expect(inbox.totalItemCount).toBe(299 + arrived.length);
  expect((await list(ask, changes['@odata.deltaLink'] ?? '')).value).toEqual([]);
  advance(24 * 40);
  const late = await ask(changes['@odata.deltaLink'] ?? '');
  expect(late.status).toBe(410);
  expect(await late.json()).toMatchObject({ error: { code: 'syncStateNotFound' } });
  const bad = '/me/mailFolders/inbox/messages/delta?$deltatoken=nonsense';
  expect((await ask(bad)).status).toBe(400);
});

test('changes come in pages of the preferred size', async () => {
  const { ask } = mailboxWithClock();
  const prefer = { headers: { prefer: 'odata.maxpagesize=2' } };
  const first = await json<Collection<MailFolder>>(ask('/me/mailFolders/delta'));
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$top=5');
  let page = await list(ask, '/me/mailFolders/inbox/messages/delta?$top=400');
  for (const { id } of value)
    await send(ask, 'PATCH', `/me/messages/${id}`, { importance: 'high' });
  const sizes: number[] = [];
  for (let next = page['@odata.deltaLink']; next; next = page['@odata.nextLink']) {
    page = await json<Collection<Message>>(ask(next, prefer));
    sizes.push(page.value.length);
  }
  expect(sizes).toEqual([2, 2, 1]);
  const folders = await json<Collection<MailFolder>>(ask(first['@odata.deltaLink'] ?? ''));
  expect(folders.value.map(({ displayName }) => displayName)).toEqual(['Inbox']);
});

test('what nobody changed costs no memory, and what was changed little', async () => {
  const { ask, store } = mailboxWithClock();
  await list(ask, '/me/messages?$top=1000');
  const kept = async () => JSON.stringify(await store.read(`mailbox ${adele.oid}`)).length;
  const untouched = await kept();
  expect(untouched).toBeLessThan(200);
  const { value } = await list(ask, '/me/mailFolders/inbox/messages?$top=100');
  for (const { id } of value) await send(ask, 'PATCH', `/me/messages/${id}`, { isRead: true });
  expect((await kept()) - untouched).toBeLessThan(100 * 200);
});

test('mail that a test lets arrive lies unread on top, and changes tell of it', async () => {
  const { ask, store } = mailboxWithClock();
  const first = await list(ask, '/me/mailFolders/inbox/messages/delta?$top=400');
  const context = { store, now: () => start + 60_000, seed: 7 };
  await letMailArrive(context, small, { user: '', count: 2, subject: 'Ping' });
  const changes = await list(ask, first['@odata.deltaLink'] ?? '');
  expect(new Set(changes.value.map(({ subject }) => subject))).toEqual(
    new Set(['Ping 1', 'Ping 2']),
  );
  const top = await list(ask, '/me/mailFolders/inbox/messages?$top=2');
  expect(top.value.every(({ isRead, subject }) => !isRead && subject?.startsWith('Ping'))).toBe(
    true,
  );
});
