import { expect, test, vi } from 'vitest';
import type { Collection, FileAttachment, MailFolder, Message } from '#contract/graph.ts';
import { adele, graphAs, json, type Ask } from '#simulator/graph/graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

async function allPages<T>(ask: Ask, path: string): Promise<T[]> {
  const found: T[] = [];
  for (let next: string | undefined = path; next;) {
    const page: Collection<T> = await json<Collection<T>>(ask(next));
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

async function foldersOf(ask: Ask): Promise<MailFolder[]> {
  const top = await allPages<MailFolder>(ask, '/me/mailFolders');
  const below = async (folder: MailFolder): Promise<MailFolder[]> => {
    if (!folder.childFolderCount) return [];
    const children = await allPages<MailFolder>(ask, `/me/mailFolders/${folder.id}/childFolders`);
    return [...children, ...(await Promise.all(children.map(below))).flat()];
  };
  return [...top, ...(await Promise.all(top.map(below))).flat()];
}

test('following the next links to the end finds as many messages as each folder says it holds', async () => {
  const ask = graphAs();
  const folders = await foldersOf(ask);
  expect(folders.length).toBeGreaterThan(14);
  for (const folder of folders) {
    const path = `/me/mailFolders/${folder.id}/messages?$top=500&$select=isRead,parentFolderId`;
    const messages = await allPages<Message>(ask, path);
    expect(messages).toHaveLength(folder.totalItemCount ?? -1);
    expect(messages.filter(({ isRead }) => !isRead)).toHaveLength(folder.unreadItemCount ?? -1);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    expect(messages.every(({ parentFolderId }) => parentFolderId === folder.id)).toBe(true);
  }
  const inbox = folders.find(({ displayName }) => displayName === 'Inbox');
  expect(inbox?.totalItemCount).toBe(adele.mailboxSize);
}, 30_000);

test('the messages of all folders come as one list, newest first, none twice', async () => {
  const ask = graphAs({ person: { ...adele, mailboxSize: 300 } });
  const messages = await allPages<Message>(ask, '/me/messages?$top=170&$select=receivedDateTime');
  const times = messages.map(({ receivedDateTime }) => receivedDateTime ?? '');
  expect(times).toEqual(times.toSorted().reverse());
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  const { '@odata.count': count } = await json<Collection<Message>>(
    ask('/me/messages?$count=true&$top=1'),
  );
  expect(messages).toHaveLength(count ?? -1);
});

test('a page holds ten messages unless more are asked for, and never more than a thousand', async () => {
  const ask = graphAs();
  expect((await json<Collection<Message>>(ask('/me/messages'))).value).toHaveLength(10);
  expect((await ask('/me/messages?$top=1000&$select=id')).status).toBe(200);
  expect((await ask('/me/messages?$top=1001')).status).toBe(400);
  expect((await ask('/me/messages?$top=0')).status).toBe(400);
});

test('the top folders do not fit on one default page', async () => {
  const page = await json<Collection<MailFolder>>(graphAs()('/me/mailFolders'));
  expect(page.value).toHaveLength(10);
  expect(page['@odata.nextLink']).toBeDefined();
});

test('hidden folders appear only when asked for', async () => {
  const ask = graphAs();
  const hidden = ({ isHidden }: MailFolder) => isHidden === true;
  expect((await allPages<MailFolder>(ask, '/me/mailFolders')).some(hidden)).toBe(false);
  const path = '/me/mailFolders?includeHiddenFolders=true';
  expect((await allPages<MailFolder>(ask, path)).some(hidden)).toBe(true);
});

test('one seed and one clock give the same bytes, another seed gives other letters', async () => {
  const paths = ['/me/mailFolders/inbox/messages?$top=200', '/me/contacts?$top=50', '/me/messages'];
  for (const path of paths) {
    const [first, second, other] = await Promise.all(
      [graphAs(), graphAs(), graphAs({ seed: 8 })].map(async (ask) => (await ask(path)).text()),
    );
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  }
});

test('a mailbox of a hundred thousand shows its first and its last page without making the rest', async () => {
  const ask = graphAs({ person: { ...adele, mailboxSize: 100_000 } });
  const started = performance.now();
  const page = await json<Collection<Message>>(ask('/me/mailFolders/inbox/messages?$top=50'));
  const first = performance.now() - started;
  const last = await json<Collection<Message>>(
    ask('/me/mailFolders/inbox/messages?$top=50&$skip=99990&$count=true'),
  );
  console.info(`First page of 100,000 messages: ${first.toFixed(1)} ms`);
  expect(page.value).toHaveLength(50);
  expect(last.value).toHaveLength(10);
  expect(last['@odata.count']).toBe(100_000);
  expect(last['@odata.nextLink']).toBeUndefined();
});

test('oldest first is the same list read from its end', async () => {
  const ask = graphAs({ person: { ...adele, mailboxSize: 40 } });
  const list = async (order: string) =>
    allPages<Message>(ask, `/me/mailFolders/inbox/messages?$orderby=receivedDateTime ${order}`);
  expect(await list('asc')).toEqual((await list('desc')).toReversed());
});

test('the unread ones are those the folder counts', async () => {
  const ask = graphAs();
  const inbox = await json<MailFolder>(ask('/me/mailFolders/inbox'));
  const path = '/me/mailFolders/inbox/messages?$filter=isRead eq false&$top=400&$select=isRead';
  const unread = await allPages<Message>(ask, path);
  expect(unread).toHaveLength(inbox.unreadItemCount ?? -1);
  expect(unread.every(({ isRead }) => isRead === false)).toBe(true);
});

test.each([
  ['$filter=isRead eq false&$orderby=receivedDateTime desc', 'InefficientFilter'],
  ['$filter=isRead near false', 'BadRequest'],
  ["$filter=changeKey eq 'x'", 'ErrorInvalidUrlQueryFilter'],
  ['$orderby=webLink', 'BadRequest'],
  ['$search=from:ingrid', 'BadRequest'],
  ['$search="lens"&$orderby=receivedDateTime desc', 'SearchWithOrderBy'],
  ['$search="lens"&$filter=isRead eq false', 'SearchWithFilter'],
  ['$select=subjekt', 'BadRequest'],
])('a list with %s is refused as %s', async (query, code) => {
  const response = await graphAs()(`/me/messages?${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('a member that no message has is named, whatever it is compared with', async () => {
  for (const filter of ['subjekt eq 1', "subjekt eq 'x'", 'subjekt eq true']) {
    const response = await graphAs()(`/me/messages?$filter=${filter}`);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining("property named 'subjekt'") },
    });
  }
});

test('ordering is granted when the filter begins with the property ordered by', async () => {
  const query =
    '$filter=receivedDateTime ge 2026-11-19T00:00:00Z and isRead eq false&$orderby=receivedDateTime desc';
  const { value } = await json<Collection<Message>>(graphAs()(`/me/messages?${query}`));
  expect(value.length).toBeGreaterThan(0);
  expect(value.every(({ receivedDateTime = '' }) => receivedDateTime >= '2026-11-19')).toBe(true);
});

test('a body comes as plain text when that is preferred, and the answer says so', async () => {
  const ask = graphAs();
  const path = '/me/mailFolders/inbox/messages?$top=60&$select=subject,body';
  const asSent = await json<Collection<Message>>(ask(path));
  expect(new Set(asSent.value.map(({ body }) => body?.contentType))).toEqual(
    new Set(['html', 'text']),
  );
  for (const type of ['text', 'html']) {
    const response = await ask(path, {
      headers: { prefer: `outlook.body-content-type="${type}", IdType="ImmutableId"` },
    });
    expect(response.headers.get('preference-applied')).toBe(
      `outlook.body-content-type="${type}", IdType="ImmutableId"`,
    );
    const { value } = await json<Collection<Message>>(response);
    expect(value.every(({ body }) => body?.contentType === type)).toBe(true);
    const leaks = value.filter(
      ({ body }) => type === 'text' && /<td|<p>/.test(body?.content ?? ''),
    );
    expect(leaks).toEqual([]);
  }
});

test('with the envelope scope alone nothing of the body is shown', async () => {
  const ask = graphAs({ scopes: ['Mail.ReadBasic'] });
  const { value } = await json<Collection<Message>>(ask('/me/mailFolders/inbox/messages'));
  expect(value[0]).toHaveProperty('subject');
  expect(value.some((message) => 'body' in message || 'bodyPreview' in message)).toBe(false);
  expect((await ask('/me/messages?$select=bodyPreview')).status).toBe(403);
  expect((await ask(`/me/messages/${value[0]?.id}/attachments`)).status).toBe(403);
  // Nor in the letter as it travelled, nor by asking for what it holds.
  const aside = [
    `/${value[0]?.id}/$value`,
    `/${value[0]?.id}/body`,
    '?$search="a"',
    "?$filter=contains(body/content,'a')",
  ];
  for (const path of aside) {
    expect((await ask(`/me/messages${path}`)).status).toBe(403);
    expect((await ask(`/me/mailFolders/inbox/messages${path}`)).status).toBe(403);
  }
  expect((await ask("/me/messages?$filter=contains(subject,'body')&$top=1")).status).toBe(200);
});

test('a message is found by its id, an id of nothing is not, and what is no id is malformed', async () => {
  const ask = graphAs();
  const { value } = await json<Collection<Message>>(ask('/me/messages?$top=3'));
  for (const listed of value) {
    const alone = await json<Message>(ask(`/me/messages/${encodeURIComponent(listed.id)}`));
    expect(alone).toMatchObject(listed);
    const inFolder = `/me/mailFolders/${listed.parentFolderId}/messages/${listed.id}`;
    expect((await ask(inFolder)).status).toBe(200);
    expect((await ask(`/me/mailFolders/outbox/messages/${listed.id}`)).status).toBe(404);
  }
  const id = value[0]?.id ?? '';
  const beyond = `${id.slice(0, -12)}${btoa(String.fromCharCode(7, 1, 9, 9, 9, 9, 0, 0))}`;
  const errors = await Promise.all(
    [beyond, id.toUpperCase(), 'nonsense'].map(async (each) =>
      json<{ error: { code: string } }>(ask(`/me/messages/${each}`)),
    ),
  );
  expect(errors.map(({ error }) => error.code)).toEqual([
    'ErrorItemNotFound',
    'ErrorInvalidIdMalformed',
    'ErrorInvalidIdMalformed',
  ]);
});

test('answers in a thread share its conversation and stand above what they answer', async () => {
  const { value } = await json<Collection<Message>>(
    graphAs()('/me/mailFolders/inbox/messages?$top=100'),
  );
  const longest = value
    .map(({ conversationId }) => value.filter((each) => each.conversationId === conversationId))
    .reduce((one, other) => (other.length > one.length ? other : one));
  expect(longest.length).toBeGreaterThan(2);
  const [newest, ...older] = longest;
  for (const earlier of older) {
    expect(newest?.subject).toContain((earlier.subject ?? '').replace(/^\S+ ?: /, ''));
  }
});

test('pictures in a body are attached under the id it shows, and do not count as attachments', async () => {
  const ask = graphAs();
  const { value } = await json<Collection<Message>>(
    ask('/me/mailFolders/inbox/messages?$top=300&$select=body,hasAttachments'),
  );
  const shown = value.filter(({ body }) => body?.content.includes('"cid:'));
  expect(shown.length).toBeGreaterThan(0);
  for (const { id, body, hasAttachments } of shown.slice(0, 4)) {
    const path = `/me/messages/${id}/attachments`;
    const files = (await json<Collection<FileAttachment>>(ask(path))).value;
    const inline = files.filter(({ isInline }) => isInline);
    expect(inline.every(({ contentId }) => body?.content.includes(`"cid:${contentId}"`))).toBe(
      true,
    );
    expect(hasAttachments).toBe(files.length > inline.length);
    for (const file of files) {
      const bytes = await (await ask(`${path}/${file.id}/$value`)).arrayBuffer();
      expect(bytes.byteLength).toBe(file.size);
      expect(Buffer.from(bytes).toString('base64')).toBe(file.contentBytes);
    }
  }
});

test('letters come in many scripts and stay inside domains that nobody owns', async () => {
  const { value } = await json<Collection<Message>>(
    graphAs()('/me/mailFolders/inbox/messages?$top=500&$select=subject,body,from'),
  );
  const text = value.map(({ subject, body }) => `${subject} ${body?.content}`).join('\n');
  for (const script of [
    /\p{sc=Han}/u,
    /\p{sc=Arabic}/u,
    /\p{sc=Hebrew}/u,
    /[ąłż]/,
    /\p{Extended_Pictographic}/u,
  ]) {
    expect(text).toMatch(script);
  }
  expect(value.some(({ subject }) => subject === '')).toBe(true);
  expect(value.some(({ subject }) => (subject ?? '').length > 250)).toBe(true);
  const hosts = [...text.matchAll(/https?:\/\/([^/"?<\s]+)/g)].map(([, host]) => host ?? '');
  expect(hosts.length).toBeGreaterThan(100);
  expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  const senders = value.map(({ from }) => from?.emailAddress?.address ?? '');
  expect(senders.filter((address) => !/^[^\s@]+@[^\s@]+\.example$/u.test(address))).toEqual([]);
});

test('one’s own mailbox answers by name as well, that of somebody else does not', async () => {
  const ask = graphAs();
  const path = 'mailFolders/inbox/messages?$top=2';
  const mine = await json<Collection<Message>>(ask(`/me/${path}`));
  for (const name of [adele.oid, adele.userPrincipalName.toUpperCase()]) {
    expect((await json<Collection<Message>>(ask(`/users/${name}/${path}`))).value).toEqual(
      mine.value,
    );
  }
  expect((await ask(`/users/ingrid@northlight.example/${path}`)).status).toBe(403);
});
