import { expect, test } from 'vitest';
import { adele, testContext, type Setting } from '#simulator/graph/graph-test-client.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { ownApiRoutes } from './own-api-routes.ts';

const host = 'https://api.northlight.example';
const scopes = ['Calibrations.Read'];

function apiAs(setting: Setting = {}, tenancy: string | null = 'northlight') {
  const app = ownApiRoutes({ ...testContext({ scopes, ...setting }), store: createMemoryStore() });
  return async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (tenancy !== null) headers.set('x-tenant-id', tenancy);
    return app.fetch(new Request(`${host}${path}`, { ...init, headers }));
  };
}

test('without a token, without the tenancy, with another or with too small a token it refuses', async () => {
  const nobody = await apiAs({ refusal: 'missing' })('/account/me');
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
    403,
    'Bearer realm="northlight"',
  ]);
  const small = await apiAs({ scopes: ['offline_access'] })('/account/me');
  expect(small.status).toBe(403);
  expect(small.headers.get('www-authenticate')).toContain('insufficient_scope');
  const expired = await apiAs({ refusal: 'expired' })('/account/me');
  expect(expired.status).toBe(401);
  expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
  expect((await apiAs({}, null)('/account/me')).status).toBe(403);
  expect((await apiAs({}, 'contoso')('/account/me')).status).toBe(403);
  expect(await (await apiAs()('/account/me')).json()).toMatchObject({ name: adele.displayName });
});

test('records come page by page and one by one', async () => {
  const ask = apiAs();
  interface List {
    readonly total: number;
    readonly items: { readonly id: string }[];
  }
  let path: string | undefined = '/calibrations?limit=50';
  const ids: string[] = [];
  while (path) {
    const answer: Response = await ask(path);
    ids.push(...((await answer.json()) as List).items.map(({ id }) => id));
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  expect(new Set(ids).size).toBe(140);
  expect((await ask(`/calibrations/${ids[3]}`)).status).toBe(200);
  expect((await ask('/calibrations/none')).status).toBe(404);
  expect((await ask('/calibrations?limit=0')).status).toBe(400);
});

test('adding wants the larger scope, and a record that makes sense', async () => {
  const init = { method: 'POST', body: JSON.stringify({ instrument: 'Plate 7', deviation: 3.5 }) };
  const small = await apiAs()('/calibrations', init);
  expect([small.status, small.headers.get('www-authenticate')]).toEqual([
    403,
    expect.stringContaining('error="insufficient_scope"'),
  ]);
  const ask = apiAs({ scopes: ['Calibrations.ReadWrite'] });
  const made = await ask('/calibrations', init);
  expect(made.status).toBe(201);
  const where = made.headers.get('location') ?? '';
  expect(await (await ask(where)).json()).toMatchObject({ instrument: 'Plate 7', status: 'valid' });
  expect((await ask('/calibrations', { method: 'POST', body: '{}' })).status).toBe(422);
  expect((await ask('/calibrations', { method: 'POST', body: 'x' })).status).toBe(422);
});

test('a page of another origin may send both headers', async () => {
  const answer = await apiAs({ refusal: 'missing' }, null)('/calibrations', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,x-tenant-id',
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-headers')).toContain('x-tenant-id');
});
