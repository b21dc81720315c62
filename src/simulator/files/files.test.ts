import { expect, test } from 'vitest';
import {
  administrator,
  adele,
  graphAs,
  json,
  testContext,
} from '#simulator/graph/graph-test-client.ts';
import { contentOf, quickXorHash } from './content.ts';
import { download } from './download.ts';
import { createDrives } from './drives.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly eTag: string;
  readonly folder?: { readonly childCount: number };
  readonly file?: { readonly mimeType: string; readonly hashes: { readonly quickXorHash: string } };
  readonly parentReference: { readonly path: string };
  readonly thumbnails?: readonly { readonly small: { readonly url: string } }[];
  readonly '@microsoft.graph.downloadUrl'?: string;
}

interface List {
  readonly value: Item[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const ask = graphAs();
const list = (path: string) => json<List>(ask(path));
const names = async (path: string) => (await list(path)).value.map(({ name }) => name);

const context = testContext();
const drives = createDrives(context);
const fetched = (url: string, init?: RequestInit, later = 0) =>
  download({ ...context, now: () => context.now() + later }, drives, new Request(url, init));

test('the root holds folders and files of every kind, in order of their names', async () => {
  const found = await names('/me/drive/root/children');
  for (const name of [
    'Documents',
    'empty.txt',
    'Readings.csv',
    'Photo of bench 4.jpg',
    'דוח מדידה.txt',
  ])
    expect(found).toContain(name);
  expect(found).toEqual([...found].sort(new Intl.Collator('en', { sensitivity: 'base' }).compare));
  const again = await names('/me/drive/root/children?$orderby=name desc');
  expect(again).toEqual([...found].reverse());
});

test('what a list says of a file is true: size, hash and kind', async () => {
  const { value } = await list('/me/drive/root/children');
  for (const item of value.filter(({ file }) => file)) {
    const answer = await fetched(item['@microsoft.graph.downloadUrl'] ?? '');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([item.name, bytes.length]).toEqual([item.name, item.size]);
    expect(answer.headers.get('content-type')).toBe(item.file?.mimeType);
    expect(quickXorHash(bytes)).toBe(item.file?.hashes.quickXorHash);
  }
  expect(value.find(({ name }) => name === 'empty.txt')?.size).toBe(0);
});

test('a file is recognized by its first bytes', async () => {
  const head = async (name: string) => [...(await contentOf(name, 5)).slice(0, 4)];
  expect(await head('a.png')).toEqual([137, 80, 78, 71]);
  expect((await head('a.jpg')).slice(0, 2)).toEqual([0xff, 0xd8]);
  expect(String.fromCharCode(...(await head('a.pdf')))).toBe('%PDF');
  expect(String.fromCharCode(...(await head('a.docx')))).toBe('PK\x03\x04');
});

test('the table of a PDF points at its objects', async () => {
  const text = new TextDecoder().decode(await contentOf('Calibration certificate.pdf', 9));
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  offsets.forEach((offset, at) =>
    expect(text.slice(offset)).toMatch(new RegExp(`^${at + 1} 0 obj`)),
  );
});

test.each([
  ['Prüfbericht (3).pdf', '(Pr\\374fbericht \\0503\\051) Tj'],
  ['تقرير المعايرة 2026.pdf', '(2026) Tj'],
])('the title of the PDF %s is written in the letters that its font has', async (name, title) => {
  expect(new TextDecoder().decode(await contentOf(name, 9))).toContain(title);
});

test('a folder of twelve hundred comes in pages of two hundred, or as many as asked for', async () => {
  const found: string[] = [];
  let next: string | undefined = '/me/drive/root:/Measurements:/children?$select=id,name';
  let pages = 0;
  for (; next; pages++) {
    const page: List = await list(next);
    found.push(...page.value.map(({ id }) => id));
    next = page['@odata.nextLink'];
  }
  expect([pages, found.length, new Set(found).size]).toEqual([6, 1200, 1200]);
  expect((await list('/me/drive/root:/Measurements:/children?$top=7')).value).toHaveLength(7);
  const made = await ask('/me/drive/root/children?$skiptoken=7');
  expect(made.status).toBe(400);
});

test('an item is found by id, by path and below another one, whatever its letters', async () => {
  const path = encodeURI('/me/drive/root:/تقارير/تقرير المعايرة 2026.pdf');
  const byPath = await json<Item>(ask(path));
  const byId = await json<Item>(ask(`/me/drive/items/${byPath.id}`));
  expect(byId.name).toBe(byPath.name);
  const folder = await json<Item>(ask(`/me/drive/root:/${encodeURIComponent('تقارير')}`));
  const below = await json<Item>(
    ask(`/me/drive/items/${folder.id}:/${encodeURIComponent(byPath.name)}`),
  );
  expect(below.id).toBe(byPath.id);
  expect(decodeURIComponent(byPath.parentReference.path)).toMatch(/root:\/تقارير$/);
  for (const wrong of ['/me/drive/items/01ABC', '/me/drive/root:/No/such'])
    expect(await json(ask(wrong))).toMatchObject({ error: { code: 'itemNotFound' } });
});

test('only what is selected is sent, the address to download only when it is named', async () => {
  const { value } = await list('/me/drive/root/children?$select=name,file');
  for (const item of value)
    expect(['name', 'file'].slice(0, item.file ? 2 : 1)).toEqual(
      Object.keys(item).sort().reverse(),
    );
  const named = await list('/me/drive/root/children?$select=name,@microsoft.graph.downloadUrl');
  expect(named.value.some((item) => item['@microsoft.graph.downloadUrl'])).toBe(true);
  expect((await ask('/me/drive/root/children?$select=colour')).status).toBe(400);
});

test('pictures have thumbnails, and these are pictures', async () => {
  const { value } = await list('/me/drive/root:/Pictures:/children?$expand=thumbnails&$top=3');
  for (const { thumbnails } of value) {
    const answer = await fetched(thumbnails?.[0]?.small.url ?? '');
    expect(answer.headers.get('content-type')).toBe('image/png');
  }
  const { value: all } = await list('/me/drive/root/children?$expand=thumbnails');
  expect(all.find(({ name }) => name === 'Documents')?.thumbnails).toEqual([]);
});

test('the address to download needs no token, takes none, and ends after an hour', async () => {
  const item = await json<Item>(ask('/me/drive/root:/Readings.csv'));
  const url = item['@microsoft.graph.downloadUrl'] ?? '';
  expect(new URL(url).host).toBe('northlight-my.sharepoint.com');
  const answer = await fetched(url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect((await fetched(url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  expect((await fetched(url, {}, 61 * 60_000)).status).toBe(401);
  expect((await fetched(url.replace(/.(?=&ApiVersion)/, 'x'))).status).toBe(401);
  const preflight = await fetched(url, { method: 'OPTIONS' });
  expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
  const part = await fetched(url, { headers: { range: 'bytes=2-5' } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 4]);
});

test('content is elsewhere: the answer says where', async () => {
  const answer = await ask('/me/drive/root:/README.md:/content');
  expect(answer.status).toBe(302);
  const file = await fetched(answer.headers.get('location') ?? '');
  expect(await file.text()).toMatch(/^# README/);
});

test('search finds names below, in any case', async () => {
  const { value } = await list("/me/drive/root/search(q='report 2025')?$select=name");
  expect(value.map(({ name }) => name)).toEqual(['Report 2025.pdf']);
});

test('changes begin with everything and then there are none; an old link asks to begin anew', async () => {
  let next: string | undefined = '/me/drive/root/delta?$select=id,name&$top=500';
  let count = 0;
  let last: List | undefined;
  for (; next; next = last['@odata.nextLink']) {
    last = await list(next);
    count += last.value.length;
  }
  expect(count).toBeGreaterThan(1250);
  const then = last?.['@odata.deltaLink'] ?? '';
  expect((await list(then)).value).toEqual([]);
  const later = graphAs({ now: context.now() + 31 * 86_400_000 });
  const answer = await later(then);
  expect([answer.status, answer.headers.has('location')]).toEqual([410, true]);
  expect(await answer.json()).toMatchObject({ error: { code: 'resyncRequired' } });
});

test('recent files come without promise, and from December 2026 on not at all', async () => {
  expect((await list('/me/drive/recent')).value.length).toBeGreaterThan(0);
  const later = graphAs({ now: Date.UTC(2026, 11, 2) });
  expect((await json<List>(later('/me/drive/recent'))).value).toEqual([]);
});

test('what has not changed since is not sent again', async () => {
  const { eTag, id } = await json<Item>(ask('/me/drive/root:/README.md'));
  const answer = await ask(`/me/drive/items/${id}`, { headers: { 'if-none-match': eTag } });
  expect(answer.status).toBe(304);
});

test('a site is found by search, by path and by id, and its libraries are drives', async () => {
  const found = await json<{ value: { id: string; webUrl: string }[] }>(
    ask('/sites?search=optics'),
  );
  const [site] = found.value;
  const byPath = await json<{ id: string }>(ask('/sites/northlight.sharepoint.com:/sites/optics'));
  expect(byPath.id).toBe(site?.id);
  const libraries = await list(`/sites/${site?.id}/drives`);
  expect(libraries.value.map(({ name }) => name)).toEqual(['Documents', 'Measurements']);
  const inSite = await list('/sites/northlight.sharepoint.com:/sites/optics:/drive/root/children');
  const byDrive = await list(`/drives/${libraries.value[0]?.id}/root/children`);
  expect(byDrive.value.map(({ id }) => id)).toEqual(inSite.value.map(({ id }) => id));
  expect(await json(ask('/sites/nobody'))).toMatchObject({ error: { code: 'itemNotFound' } });
  expect((await json<List>(ask('/sites/root/lists'))).value.map(({ name }) => name)).toContain(
    'Documents',
  );
});

test('a list of a site is found by its id and by its title, and shows its rows with their fields', async () => {
  const root = '/sites/northlight.sharepoint.com:/';
  expect(await json(ask(root))).toEqual(await json(ask('/sites/root')));
  expect((await ask('/sites/other.sharepoint.com:/sites/optics')).status).toBe(404);
  const one = await json<Item>(ask('/sites/root/lists/instruments'));
  expect(one).toMatchObject({ name: 'Instruments', list: { template: 'genericList' } });
  const at = `/sites/root/lists/${one.id}/items`;
  const bare = await list(`${at}?$top=2`);
  expect(bare.value).toHaveLength(2);
  expect(bare.value[0]).not.toHaveProperty('fields');
  const [row] = (await list(`${at}?expand=fields(select=Title)&filter=fields/Title eq 'Halcyon'`))
    .value;
  expect(row).toMatchObject({ id: '3', fields: { Title: 'Halcyon' } });
  expect(row).not.toHaveProperty('fields.Modified');
  expect(await json(ask(`${at}/3`))).toMatchObject({ fields: { Title: 'Halcyon' } });
  expect((await ask(`${at}/99`)).status).toBe(404);
  expect((await ask('/sites/root/lists/none')).status).toBe(404);
  expect((await ask(`${at}?$expand=versions`)).status).toBe(400);
});

test('everything may be selected of a file by a star', async () => {
  expect((await list('/me/drive/root/children?$select=*&$top=1')).value[0]).toHaveProperty('size');
});

test('another person’s OneDrive does not exist for this one', async () => {
  const { id } = drives.ofPerson(administrator);
  expect((await ask(`/drives/${id}`)).status).toBe(404);
  expect((await ask(`/users/${administrator.oid}/drive`)).status).toBe(403);
  expect((await ask(`/users/${adele.userPrincipalName}/drive/root`)).status).toBe(200);
});
