import { expect, test } from 'vitest';
import type { ServiceInfo } from '#contract/discovery.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import {
  discoveryAs,
  discoveryHost,
  json,
  personWho,
  testContext,
  withoutMailbox,
} from '#simulator/graph/graph-test-client.ts';
import { choose } from '#simulator/control/switches.ts';
import { discoveryRoutes } from './discovery.ts';

interface Answer {
  '@odata.context': string;
  value: ServiceInfo[];
}

async function capabilities(answer: Response): Promise<string[]> {
  return (await json<Answer>(answer)).value.map(({ capability }) => capability);
}

test('a person with every licence is shown every service, in the members of 2015', async () => {
  const { '@odata.context': context, value } = await json<Answer>(
    discoveryAs()('/v1.0/me/services'),
  );
  expect(context).toBe(`${discoveryHost}/discovery/v1.0/me/$metadata#allServices`);
  expect(value.map(({ capability }) => capability)).toEqual([
    'MyFiles',
    'RootSite',
    'Mail',
    'Calendar',
    'Contacts',
    'Directory',
  ]);
  for (const service of value) {
    expect(Object.keys(service).sort()).toEqual([
      '@odata.type',
      'capability',
      'entityKey',
      'providerId',
      'providerName',
      'serviceAccountType',
      'serviceEndpointUri',
      'serviceId',
      'serviceName',
      'serviceResourceId',
    ]);
    expect(service.entityKey.replaceAll(' ', '')).toBe(
      `${service.capability}@${service.serviceId}`,
    );
  }
  expect(value.filter(({ entityKey }) => entityKey.includes(' '))).toHaveLength(1);
});

test('the second version names the version of each API', async () => {
  const { value } = await json<Answer>(discoveryAs()('/v2.0/me/services'));
  const files = value.filter(({ capability }) => capability === 'MyFiles');
  expect(files.map(({ serviceApiVersion }) => serviceApiVersion)).toEqual(['v1.0', 'v2.0']);
});

test('no mailbox, no Exchange; no licence, no services and no error', async () => {
  const path = '/v1.0/me/services';
  expect(await capabilities(await discoveryAs({ person: withoutMailbox })(path))).toEqual([
    'MyFiles',
    'RootSite',
    'Directory',
  ]);
  const unlicensed = personWho(({ servicePlans }) => servicePlans.length === 0);
  const answer = await discoveryAs({ person: unlicensed })(path);
  expect(answer.status).toBe(200);
  expect(await capabilities(answer)).toEqual([]);
});

test('only the members selected are sent', async () => {
  const { value } = await json<Answer>(
    discoveryAs()('/v1.0/me/services?$select=capability, serviceName'),
  );
  expect(Object.keys(value[0] ?? {}).sort()).toEqual(['@odata.type', 'capability', 'serviceName']);
});

test('the token must be for the Discovery service itself', async () => {
  const asked: string[] = [];
  const context = testContext();
  const app = discoveryRoutes({
    ...context,
    checkToken: async (_request, resource) => {
      asked.push(resource);
      return { refusal: 'invalid' };
    },
  });
  const answer = await app.fetch(
    new Request(`${discoveryHost}/discovery/v1.0/me/services`, {
      headers: { origin: 'https://app.example' },
    }),
  );
  expect(asked).toEqual([`${discoveryHost}/discovery/`]);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    error: {
      code: '-2147024891, System.UnauthorizedAccessException',
      message:
        'Access denied. You do not have permission to perform this action or access this resource.',
    },
  });
});

test('what exists at all is told to everybody', async () => {
  const answer = await discoveryAs({ refusal: 'missing' })('/v1.0/me/allServices');
  expect(await capabilities(answer)).toContain('Mail');
});

async function switched(mode: string) {
  const store = createMemoryStore();
  await choose(store, { discovery: mode });
  const app = discoveryRoutes({ ...testContext(), store });
  return (path: string, accept = 'application/json') =>
    app.fetch(new Request(`${discoveryHost}/discovery${path}`, { headers: { accept } }));
}

test('one service is found by its key, with or without the stray spaces', async () => {
  const ask = discoveryAs();
  for (const key of [
    'MyFiles@O365_SHAREPOINT',
    ' MyFiles@O365 _SHAREPOINT',
    'Contacts@O365_EXCHANGE',
  ]) {
    const answer = await ask(`/v1.0/me/services('${encodeURIComponent(key)}')`);
    expect(await answer.json()).toHaveProperty('serviceEndpointUri');
  }
  expect((await ask("/v1.0/me/services('Nothing@NOWHERE')")).status).toBe(404);
});

test('services are filtered by equality, in any case, and cut to a number', async () => {
  const found = async (query: string) =>
    capabilities(await discoveryAs()(`/v2.0/me/services?${query}`));
  expect(await found("$filter=capability eq 'MyFiles' and serviceApiVersion eq 'v2.0'")).toEqual([
    'MyFiles',
  ]);
  expect(await found("$filter=ServiceName eq 'Office 365 Exchange'")).toEqual([
    'Mail',
    'Calendar',
    'Contacts',
  ]);
  expect(await found('$top=2')).toHaveLength(2);
  expect((await discoveryAs()('/v1.0/me/services?$filter=capability like x')).status).toBe(400);
});

test.each([
  ['empty', 200],
  ['blocked', 403],
  ['gone', 410],
])('switched to %s it answers %i', async (mode, status) => {
  expect((await (await switched(mode))('/v1.0/me/services')).status).toBe(status);
});

test('on an odd day rows come twice, and services that nobody knows', async () => {
  const found = await capabilities(await (await switched('odd'))('/v1.0/me/services'));
  expect(found).toContain('Holograms');
  expect(found.filter((capability) => capability === 'MyFiles')).toHaveLength(2);
});

test('Atom comes to whoever asks for it, and as switched to whoever does not ask for JSON', async () => {
  const asked = await discoveryAs()('/v1.0/me/services', {
    headers: { accept: 'application/atom+xml' },
  });
  expect(await asked.text()).toContain('<d:capability>MyFiles</d:capability>');
  const ask = await switched('atom');
  expect((await ask('/v1.0/me/services', '*/*')).headers.get('content-type')).toContain('atom');
  expect((await ask('/v1.0/me/services')).headers.get('content-type')).toContain('json');
  const verbose = await discoveryAs()('/v1.0/me/services', {
    headers: { accept: 'application/json;odata=verbose' },
  });
  expect(await verbose.json()).toHaveProperty('d.results');
});

test('the page of the first sign-in sends the app where the account belongs', async () => {
  const path =
    '/v1.0/me/FirstSignIn?redirect_uri=https%3A%2F%2Fapp.example%2Fback&scope=MyFiles.Write%20Holograms.Read&lcid=1033';
  const ask = discoveryAs({ refusal: 'missing' });
  const page = await ask(path);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('name="user_email"');
  const answer = await ask(`${path}&user_email=adele%40northlight.example`);
  const back = new URL(answer.headers.get('location') ?? '');
  expect(Object.fromEntries(back.searchParams)).toMatchObject({
    account_type: '2',
    scope: 'MyFiles.Write',
    unsupported_scope: 'Holograms.Read',
    discovery_resource: `${discoveryHost}/discovery/`,
  });
  expect((await ask('/v1.0/me/FirstSignIn?redirect_uri=javascript:alert(1)')).status).toBe(400);
});
