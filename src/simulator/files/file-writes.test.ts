import { expect, test } from 'vitest';
import { testTenant } from '#simulator/browser.test-kit.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { adele, graphAs, json, testContext, type Ask } from '#simulator/graph/graph-test-client.ts';
import { download } from './download.ts';
import { createDrives } from './drives.ts';
import { uploadPiece } from './upload-session.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly eTag: string;
  readonly folder?: { readonly childCount: number };
  readonly file?: { readonly hashes: { readonly quickXorHash: string } };
  readonly deleted?: object;
  readonly '@microsoft.graph.downloadUrl'?: string;
}
interface Page {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

function world(scopes = ['Files.ReadWrite']) {
  const setting = { scopes, store: createMemoryStore() };
  const context = testContext(setting);
  const drives = createDrives(context);
  const read = async (item: Item) =>
    (
      await download(context, drives, new Request(item['@microsoft.graph.downloadUrl'] ?? ''))
    ).text();
  const piece = (url: string, init: RequestInit = {}) =>
    uploadPiece(context, drives, new Request(url, init));
  return { ask: graphAs(setting), read, piece };
}

const send = (ask: Ask, method: string, path: string, body?: object, headers = {}) =>
  ask(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const put = (ask: Ask, path: string, body: string) => ask(path, { method: 'PUT', body });

test('a small file is put at a path, read again, and put over; folders on the way are made', async () => {
  const { ask, read } = world();
  const answer = await put(ask, '/me/drive/root:/New/Deep%20er/note.txt:/content', 'first');
  expect(answer.status).toBe(201);
  const made = await json<Item>(answer);
  expect(made).toMatchObject({ name: 'note.txt', size: 5, file: { mimeType: 'text/plain' } });
  expect(await read(made)).toBe('first');
  const again = await put(ask, `/me/drive/items/${made.id}/content`, 'second time');
  expect(again.status).toBe(200);
  const now = await json<Item>(again);
  expect(now).toMatchObject({ id: made.id, size: 11 });
  expect(now.eTag).not.toBe(made.eTag);
  expect(await read(now)).toBe('second time');
  const folder = await json<Page>(ask('/me/drive/root:/New:/children'));
  expect(folder.value).toMatchObject([{ name: 'Deep er', folder: { childCount: 1 } }]);
  const found = await json<Page>(ask("/me/drive/root/search(q='note.txt')"));
  expect(found.value.map(({ id }) => id)).toEqual([made.id]);
});

test('a file of nothing is a file', async () => {
  const { ask, read } = world();
  const made = await json<Item>(put(ask, '/me/drive/root:/nothing.bin:/content', ''));
  expect(made).toMatchObject({
    size: 0,
    file: { hashes: { quickXorHash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } },
  });
  expect(await read(made)).toBe('');
});

test('a folder is made, and a second of its name only where that may be renamed', async () => {
  const { ask } = world();
  const body = { name: 'Plans', folder: {} };
  const made = await send(ask, 'POST', '/me/drive/root/children', body);
  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({ name: 'Plans', folder: { childCount: 0 } });
  const again = await send(ask, 'POST', '/me/drive/root/children', body);
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ error: { code: 'nameAlreadyExists' } });
  const renamed = { ...body, '@microsoft.graph.conflictBehavior': 'rename' };
  expect(await json(send(ask, 'POST', '/me/drive/root/children', renamed))).toMatchObject({
    name: 'Plans 1',
  });
  const bad = await send(ask, 'POST', '/me/drive/root/children', { name: 'a/b', folder: {} });
  expect(bad.status).toBe(400);
});

test('a folder of the seed is renamed and moved with what is in it, and a file deleted', async () => {
  const { ask, read } = world();
  const pictures = await json<Item>(ask('/me/drive/root:/Documents'));
  const to = await json<Item>(
    send(ask, 'POST', '/me/drive/root/children', { name: 'Old', folder: {} }),
  );
  const moved = await send(ask, 'PATCH', `/me/drive/items/${pictures.id}`, {
    name: 'Papers',
    parentReference: { id: to.id },
  });
  expect(moved.status).toBe(200);
  expect(await moved.json()).toMatchObject({
    id: pictures.id,
    name: 'Papers',
    parentReference: { path: expect.stringMatching(/root:\/Old$/) as string },
  });
  expect((await ask('/me/drive/root:/Documents')).status).toBe(404);
  const file = await json<Item>(ask('/me/drive/root:/Old/Papers/Travel%20policy.md'));
  const before = await read(file);
  const other = await json<Item>(
    send(ask, 'PATCH', `/me/drive/items/${file.id}`, { name: 'Rules.txt' }),
  );
  expect(await read(other)).toBe(before);
  const into = { parentReference: { path: '/drive/root:/Old/Papers' } };
  expect((await send(ask, 'PATCH', `/me/drive/items/${to.id}`, into)).status).toBe(400);
  const stale = { 'if-match': file.eTag };
  const path = `/me/drive/items/${file.id}`;
  expect((await send(ask, 'DELETE', path, undefined, stale)).status).toBe(412);
  expect((await send(ask, 'DELETE', path)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
});

test('a file is named below its folder’s children, too, as older samples do', async () => {
  const { ask, read } = world();
  const put1 = await put(ask, "/me/drive/items/root/children('one.txt')/content", 'one');
  expect(put1.status).toBe(201);
  expect(await read(await json<Item>(put1))).toBe('one');
  expect((await put(ask, '/me/drive/root/children/two%20b.txt/content', 'two')).status).toBe(201);
  const found = await json<Item>(ask("/me/drive/root/children('two%20b.txt')"));
  expect(found).toMatchObject({ name: 'two b.txt', size: 3 });
});

test('a file travels in pieces, from where it stopped', async () => {
  const { ask, read, piece } = world();
  const session = await json<{ uploadUrl: string; nextExpectedRanges: string[] }>(
    send(ask, 'POST', '/me/drive/root:/big.txt:/createUploadSession', {
      item: { '@microsoft.graph.conflictBehavior': 'rename', name: 'big.txt' },
    }),
  );
  expect(session.nextExpectedRanges).toEqual(['0-']);
  const url = session.uploadUrl;
  const bytes = (range: string, body: string) =>
    piece(url, { method: 'PUT', headers: { 'content-range': `bytes ${range}` }, body });
  const first = await bytes('0-4/11', 'hello');
  expect([first.status, await first.json()]).toMatchObject([202, { nextExpectedRanges: ['5-'] }]);
  expect(await json(piece(url))).toMatchObject({ nextExpectedRanges: ['5-'] });
  expect((await bytes('7-10/11', 'orld')).status).toBe(416);
  expect((await bytes('5-10/11', 'short')).status).toBe(400);
  const last = await bytes('5-10/11', ' world');
  expect(last.status).toBe(201);
  const item = await json<Item>(last);
  expect(item).toMatchObject({ name: 'big.txt', size: 11 });
  expect(await read(item)).toBe('hello world');
  expect((await piece(url)).status).toBe(404);
});

test('a file keeps the times that it has on the disk it comes from', async () => {
  const { ask, piece } = world();
  const disk = { lastModifiedDateTime: '2019-02-03T04:05:06Z' };
  const session = await json<{ uploadUrl: string }>(
    send(ask, 'POST', '/me/drive/root:/old.txt:/createUploadSession', {
      item: { fileSystemInfo: disk },
    }),
  );
  const headers = { 'content-range': 'bytes 0-4/5' };
  const item = await json<Item>(
    piece(session.uploadUrl, { method: 'PUT', headers, body: 'hello' }),
  );
  expect(item).toMatchObject({ fileSystemInfo: disk });
  const path = `/me/drive/items/${item.id}`;
  const later = {
    createdDateTime: '2018-01-01T00:00:00Z',
    lastModifiedDateTime: '2020-01-01T00:00:00Z',
  };
  expect(await json(send(ask, 'PATCH', path, { fileSystemInfo: later }))).toMatchObject({
    name: 'old.txt',
    fileSystemInfo: later,
  });
  const wrong = await send(ask, 'PATCH', path, { fileSystemInfo: { createdDateTime: 'once' } });
  expect(wrong.status).toBe(400);
});

test('a new name in the same folder, with its id and an empty path as rclone sends them, moves nothing', async () => {
  const { ask } = world();
  const folder = await json<Item>(
    send(ask, 'POST', '/me/drive/root/children', { name: 'here', folder: {} }),
  );
  const file = await json<Item>(put(ask, '/me/drive/root:/here/a.txt:/content', 'x'));
  const renamed = await json(
    send(ask, 'PATCH', `/me/drive/items/${file.id}`, {
      name: 'b.txt',
      parentReference: { id: folder.id, path: '' },
    }),
  );
  expect(renamed).toMatchObject({ name: 'b.txt', parentReference: { id: folder.id } });
});

test('a file whose end was put off is there when that is asked for, and not before', async () => {
  const { ask, read, piece } = world();
  const { uploadUrl: url } = await json<{ uploadUrl: string }>(
    send(ask, 'POST', '/me/drive/root:/late.txt:/createUploadSession', { deferCommit: true }),
  );
  const bytes = (range: string, body: string) =>
    piece(url, { method: 'PUT', headers: { 'content-range': `bytes ${range}` }, body });
  expect((await bytes('0-4/11', 'hello')).status).toBe(202);
  expect((await piece(url, { method: 'POST' })).status).toBe(400);
  const whole = await bytes('5-10/11', ' world');
  expect([whole.status, await whole.json()]).toMatchObject([202, { nextExpectedRanges: [] }]);
  expect((await ask('/me/drive/root:/late.txt')).status).toBe(404);
  const made = await piece(url, { method: 'POST' });
  expect(made.status).toBe(201);
  expect(await read(await json<Item>(made))).toBe('hello world');
  expect((await piece(url)).status).toBe(404);
});

test('a session can be given up, and one for nothing ends at once', async () => {
  const { ask, piece } = world();
  const open = async (name: string) =>
    (
      await json<{ uploadUrl: string }>(
        send(ask, 'POST', `/me/drive/root:/${name}:/createUploadSession`),
      )
    ).uploadUrl;
  const given = await open('given-up.txt');
  expect((await piece(given, { method: 'DELETE' })).status).toBe(204);
  expect((await piece(given)).status).toBe(404);
  const empty = await piece(await open('empty.bin'), {
    method: 'PUT',
    headers: { 'content-range': 'bytes 0--1/0' },
    body: '',
  });
  expect([empty.status, await empty.json()]).toMatchObject([201, { size: 0 }]);
});

test('a delta query tells what was written since, once', async () => {
  const { ask } = world();
  const round = async (start: string) => {
    const rows: Item[] = [];
    for (let link = start; ;) {
      const page = await json<Page>(ask(link));
      rows.push(...page.value);
      if (page['@odata.deltaLink']) return { rows, link: page['@odata.deltaLink'] };
      link = page['@odata.nextLink'] ?? '';
    }
  };
  const all = await round('/me/drive/root/delta?$top=500');
  const made = await json<Item>(put(ask, '/me/drive/root:/fresh.txt:/content', 'x'));
  const gone = all.rows.find(({ name }) => name === 'README.md');
  await send(ask, 'DELETE', `/me/drive/items/${gone?.id}`);
  const next = await round(all.link);
  expect(new Set(next.rows.map(({ id }) => id))).toEqual(new Set([made.id, gone?.id]));
  expect(next.rows.find(({ id }) => id === gone?.id)).toEqual({
    id: gone?.id,
    deleted: { state: 'deleted' },
    file: {},
    parentReference: {
      driveType: 'business',
      driveId: expect.stringMatching(/^b!/) as string,
      id: expect.stringMatching(/^01/) as string,
    },
  });
  expect((await round(next.link)).rows).toEqual([]);
});

test('a link is shared, reading is not writing, and a stranger’s drive is not there', async () => {
  const { ask } = world();
  const made = await send(ask, 'POST', '/me/drive/root:/README.md:/createLink', { type: 'view' });
  expect([made.status, await made.json()]).toMatchObject([
    201,
    { roles: ['read'], link: { type: 'view', scope: 'organization' } },
  ]);
  const reader = world(['Files.Read']).ask;
  expect((await put(reader, '/me/drive/root:/no.txt:/content', 'x')).status).toBe(403);
  expect(
    (await send(reader, 'POST', '/me/drive/root/children', { name: 'No', folder: {} })).status,
  ).toBe(403);
  expect((await put(ask, `/users/${adele.oid}/drive/root:/own.txt:/content`, 'x')).status).toBe(
    201,
  );
  expect((await put(ask, '/drives/b!nobody/root:/no.txt:/content', 'x')).status).toBe(404);
});

test('over the whole tenant the address of a session answers preflights and wants no token', async () => {
  const { tenant } = await testTenant();
  const url = 'https://northlight-my.sharepoint.com/personal/x/_api/v2.0/uploadSession?guid=1';
  const headers = { 'access-control-request-headers': 'content-range' };
  const preflight = await tenant.fetch(new Request(url, { method: 'OPTIONS', headers }));
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-range');
  const refused = await tenant.fetch(new Request(url, { method: 'PUT', body: 'x' }));
  expect(refused.status).toBe(404);
});
