import { expect, test } from 'vitest';
import { createDrives } from '#simulator/files/drives.ts';
import { testContext, type Setting } from '#simulator/graph/graph-test-client.ts';
import { sharePointRoutes } from './sharepoint-routes.ts';

const mine = 'https://northlight-my.sharepoint.com';
const root = 'https://northlight.sharepoint.com';
const scopes = ['MyFiles.Read', 'AllSites.Read'];

function sharePointAs(setting: Setting = {}) {
  const context = testContext({ scopes, ...setting });
  const asked: string[] = [];
  const app = sharePointRoutes(
    {
      ...context,
      checkToken: async (request, resource) => {
        asked.push(resource);
        return context.checkToken(request, resource);
      },
    },
    createDrives(context),
  );
  const ask = async (url: string, accept = 'application/json') =>
    app.fetch(new Request(url, { headers: { accept } }));
  return { ask, asked };
}

async function body<T = Record<string, unknown>>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

test('each host wants a token of its own', async () => {
  const { ask, asked } = sharePointAs();
  await ask(`${mine}/_api/v1.0/me/drive`);
  await ask(`${root}/_api/web`);
  expect(asked).toEqual([`${mine}/`, `${root}/`]);
});

test('the files of 2014 are listed, opened by id and by path, and read', async () => {
  const { ask } = sharePointAs();
  interface File {
    readonly '@odata.type': string;
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly contentUrl?: string;
  }
  const { value } = await body<{ value: File[] }>(ask(`${mine}/_api/v1.0/me/files`));
  expect(new Set(value.map((file) => file['@odata.type']))).toEqual(
    new Set(['#Microsoft.FileServices.Folder', '#Microsoft.FileServices.File']),
  );
  const readme = value.find(({ name }) => name === 'README.md');
  expect(await body(ask(`${mine}/_api/v1.0/me/files('${readme?.id}')`))).toMatchObject({
    name: 'README.md',
    type: 'File',
  });
  expect(await (await ask(readme?.contentUrl ?? '')).text()).toMatch(/^# README/);
  const below = await body<{ value: File[] }>(
    ask(`${mine}/_api/v1.0/me/files/getByPath('Documents/2025')/children`),
  );
  expect(below.value).toHaveLength(13);
});

test('the drive has an owner and a quota in both versions', async () => {
  const { ask } = sharePointAs();
  const quota = { total: expect.any(Number), used: expect.any(Number) };
  expect(await body(ask(`${mine}/_api/v1.0/me/drive`))).toMatchObject({ quota });
  expect(await body(ask(`${mine}/_api/v2.0/me/drive`))).toMatchObject({ quota });
  const page = await body<Record<string, string>>(
    ask(`${mine}/_api/v2.0/drive/root/children?$top=2`),
  );
  expect(page['@odata.nextLink']).toMatch(
    /^https:\/\/northlight-my\.sharepoint\.com\/_api\/v2\.0\//,
  );
});

test('the site comes in each form of JSON, and as Atom', async () => {
  const { ask } = sharePointAs();
  const web = `${root}/_api/web`;
  expect(await body(ask(web, 'application/json;odata=verbose'))).toMatchObject({
    d: { __metadata: { type: 'SP.Web' }, Title: 'Northlight Instruments' },
  });
  const plain = await body(ask(web, 'application/json;odata=nometadata'));
  expect(Object.keys(plain)).not.toContain('odata.metadata');
  expect(await body(ask(web))).toMatchObject({ 'odata.type': 'SP.Web', Url: root });
  const atom = await ask(web, '*/*');
  expect(atom.headers.get('content-type')).toContain('application/atom+xml');
  expect(await atom.text()).toContain('<d:Title>Northlight Instruments</d:Title>');
  expect(await body(ask(`${root}/sites/optics/_api/web/title`))).toEqual({ value: 'Optics Lab' });
  expect(await body(ask(`${web}?$select=Title`, 'application/json;odata=nometadata'))).toEqual({
    Title: 'Northlight Instruments',
  });
});

test('a list is found by its title and by its id, and one that is none is named', async () => {
  const { ask } = sharePointAs();
  const lists = `${root}/_api/web/lists`;
  const [first] = (await body<{ value: { Title: string; Id: string }[] }>(ask(lists))).value;
  const { Title, Id } = first ?? { Title: '', Id: '' };
  const list = await body(ask(`${lists}/getByTitle('${encodeURIComponent(Title)}')`));
  expect(list).toMatchObject({
    'odata.metadata': `${root}/_api/$metadata#SP.ApiData.Lists/@Element`,
    'odata.editLink': `Web/Lists(guid'${Id}')`,
    Title,
    Id,
  });
  expect(await body(ask(`${lists}(guid'${Id}')`))).toEqual(list);
  expect(await body(ask(`${lists}/getById('${Id}')?$select=Title`))).toMatchObject({ Title });
  const none = await ask(`${lists}/getByTitle('Nothing')`);
  expect(none.status).toBe(404);
  expect(await none.text()).toContain("List 'Nothing' does not exist at site with URL");
});

test('a token that is refused learns why in the other spelling', async () => {
  const answer = await sharePointAs({ refusal: 'invalid' }).ask(`${mine}/_api/v1.0/me/files`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('x-ms-diagnostics')).toBe(
    '3001000;reason="There has been an error authenticating the request.";category="invalid_client"',
  );
});

test('a scope for something else opens nothing', async () => {
  const { ask } = sharePointAs({ scopes: ['Other.Read'] });
  for (const url of [
    `${mine}/_api/v1.0/me/files`,
    `${root}/_api/web`,
    `${mine}/_api/v2.0/me/drive`,
  ])
    expect((await ask(url)).status).toBe(403);
});
