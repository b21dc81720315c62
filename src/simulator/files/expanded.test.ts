import { expect, test } from 'vitest';
import {
  adele,
  graphAs,
  graphHost,
  json,
  testContext,
} from '#simulator/graph/graph-test-client.ts';
import { createDrives, sitesOf } from './drives.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly folder?: { readonly childCount: number };
  readonly file?: object;
  readonly children?: Item[];
  readonly thumbnails?: readonly object[];
  readonly 'children@odata.nextLink'?: string;
}

interface List {
  readonly value: Item[];
  readonly '@odata.nextLink'?: string;
}

const ask = graphAs();
const item = (path: string) => json<Item>(ask(path));
const list = (path: string) => json<List>(ask(path));
const refused = async (path: string) => {
  const answer = await ask(path);
  const { error } = await json<{ error: { code: string; message: string; innerError: object } }>(
    answer,
  );
  return { status: answer.status, ...error };
};

test('a folder comes with its children, each as it is in their own list', async () => {
  const { value } = await list('/me/drive/root/children');
  const whole = await item('/me/drive/root?$expand=children');
  expect(whole.name).toBe('root');
  expect(whole.children).toEqual(value);
  const documents = value.find(({ name }) => name === 'Documents');
  const again = await item(`/me/drive/items/${documents?.id}?%24expand=children`);
  expect(again.children).toHaveLength(documents?.folder?.childCount ?? 0);
});

test('options of the children stand in parentheses, and what is left is behind a link', async () => {
  const all = await list('/me/drive/root/children?$orderby=name desc&$select=id,name');
  const some = await item(
    '/me/drive/root?$select=name&$expand=children($select=id,name;$orderby=name desc;$top=4)',
  );
  expect(Object.keys(some).filter((name) => !name.includes('@'))).toEqual(['name', 'children']);
  expect(some.children).toEqual(all.value.slice(0, 4));
  const next = some['children@odata.nextLink'] ?? '';
  expect(next.startsWith(`${graphHost}/v1.0/drives('`)).toBe(true);
  expect((await list(next)).value).toEqual(all.value.slice(4, 8));
});

test('a folder of more than a page of children gives the first and a link to the second', async () => {
  const { value } = await list("/me/drive/root/search(q='')?$select=id,folder&$top=1000");
  const large = value.find(({ folder }) => (folder?.childCount ?? 0) > 1000);
  const whole = await item(`/me/drive/items/${large?.id}?$expand=children($select=name)`);
  const rest = await list(whole['children@odata.nextLink'] ?? '');
  const names = [...(whole.children ?? []), ...rest.value].map(({ name }) => name);
  expect([whole.children?.length, new Set(names).size]).toEqual([200, 400]);
});

test('what a list holds comes with its children, page after page, and files without', async () => {
  const first = await list('/me/drive/root/children?$expand=children($select=name)&$top=5');
  const second = await list(first['@odata.nextLink'] ?? '');
  const rows = [...first.value, ...second.value];
  expect(rows).toHaveLength(10);
  for (const { file, folder, children } of rows)
    expect(children?.length).toBe(file ? undefined : Math.min(folder?.childCount ?? 0, 200));
});

test('libraries of a site and drives by their id open in the same way, and a drive with its root', async () => {
  const context = testContext();
  const [site] = sitesOf(context, adele.tenantId);
  const [library] = site ? createDrives(context).ofSite(site) : [];
  for (const path of [`/sites/root/drive/root`, `/drives/${library?.id}/items/root`])
    expect((await item(`${path}?$expand=children`)).children?.length).toBeGreaterThan(2);
  const drive = await json<{ id: string; root: Item }>(
    ask('/me/drive?$select=id&$expand=root($expand=children)'),
  );
  expect(drive.root.children?.length).toBe(drive.root.folder?.childCount);
});

test('thumbnails and children are asked for together, and the children’s own thumbnails too', async () => {
  const pictures = await item(
    '/me/drive/root:/Pictures?$expand=thumbnails,children($top=3;$expand=thumbnails)',
  );
  expect(pictures.thumbnails).toEqual([]);
  for (const { thumbnails } of pictures.children ?? []) expect(thumbnails).toHaveLength(1);
  expect(pictures.children).toHaveLength(3);
});

test('a file has no children, and asking for them is refused as OneDrive refuses it', async () => {
  const { value } = await list('/me/drive/root/children');
  const file = value.find((each) => each.file);
  for (const path of [`?$expand=children`, '/children'])
    expect(await refused(`/me/drive/items/${file?.id}${path}`)).toMatchObject({
      status: 422,
      code: 'notSupported',
      message: 'Children cannot be listed from an item that is not a folder',
      innerError: {
        code: 'unprocessableEntity',
        innerError: { code: 'getChildrenOnNonFolder' },
        'request-id': expect.any(String),
      },
    });
});

test.each([
  ['/me/drive/root?$expand=children($expand=children)', 501, 'notSupported', 'Operation not'],
  ['/me/drive/root?$expand=permissions', 501, 'notSupported', 'Operation not supported'],
  ['/me/drive/root/delta?$expand=children', 400, 'invalidRequest', 'One of the provided'],
  ["/me/drive/root/search(q='a')?$expand=children", 400, 'invalidRequest', 'One of the'],
  ['/me/drive/root?$expand=parents', 400, 'BadRequest', "property named 'parents'"],
  ['/me/drive/root/children?$expand=file', 400, 'BadRequest', 'not a navigation property'],
  ['/me/drive/root?$expand=children($select=colour)', 400, 'BadRequest', "named 'colour'"],
  ['/me/drive?$expand=children', 400, 'BadRequest', "type 'microsoft.graph.drive'"],
])('%s is refused', async (path, status, code, message) => {
  expect(await refused(path)).toMatchObject({
    status,
    code,
    message: expect.stringContaining(message),
  });
});
