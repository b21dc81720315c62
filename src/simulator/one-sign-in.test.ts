import { beforeAll, expect, test } from 'vitest';
import type { ServiceInfo } from '#contract/discovery.ts';
import { ownApiIdentifier } from '#simulator/entra/resources.ts';
import { company } from '#simulator/seed/company.ts';
import { askForToken, hosts, redeem, signIn, TestBrowser, testTenant } from './browser.test-kit.ts';
import type { Tenant } from './tenant.ts';

const ingrid = 'ingrid@northlight.example';
const sharePoint = 'https://northlight.sharepoint.com';
const oneDrive = 'https://northlight-my.sharepoint.com';

/** What an administrator has agreed to: the tokens come from the one refresh token without another page. */
const forEverybody = {
  [hosts.graph]: ['openid', 'profile', 'offline_access', 'User.Read', 'Files.Read'],
  [`${hosts.discovery}/discovery/`]: ['user_impersonation'],
  [`${hosts.exchange}/`]: ['Mail.Read', 'Contacts.Read'],
  [`${sharePoint}/`]: ['AllSites.Read'],
  [`${oneDrive}/`]: ['MyFiles.Read'],
  [hosts.management]: ['ActivityFeed.Read'],
  [ownApiIdentifier]: ['Calibrations.Read'],
};

let tenant: Tenant;
let refreshToken: string;

beforeAll(async () => {
  ({ tenant } = await testTenant({ forEverybody }));
  const { answer } = await signIn(new TestBrowser(tenant), {}, ingrid);
  const { body } = await redeem(tenant, answer.get('code'));
  refreshToken = String(body['refresh_token']);
});

async function ask(resource: string, url: string, init: RequestInit = {}): Promise<Response> {
  const { body } = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    scope: `${resource}/.default`,
  });
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${String(body['access_token'])}`);
  return tenant.fetch(new Request(url, { ...init, headers }));
}

test('one sign-in finds every service, and each service that it names answers to its own token', async () => {
  const found = await ask(
    `${hosts.discovery}/discovery/`,
    `${hosts.discovery}/discovery/v1.0/me/services`,
  );
  const { value } = (await found.json()) as { value: ServiceInfo[] };
  const tries: Record<string, string> = {
    MyFiles: '/files',
    RootSite: '/web',
    Mail: '/me/folders/inbox/messages?$top=10',
    Contacts: '/me/contacts',
  };
  const services = value.filter(({ capability }) => tries[capability]);
  expect(services).toHaveLength(4);
  for (const { capability, serviceResourceId, serviceEndpointUri } of services) {
    const url = serviceEndpointUri + tries[capability];
    const answer = await ask(serviceResourceId, url, { headers: { accept: 'application/json' } });
    expect([capability, answer.status]).toEqual([capability, 200]);
    await expect(answer.json()).resolves.toBeTruthy();
  }
});

test('a token for one resource is refused by the others', async () => {
  const wrong = async (url: string) => (await ask(`${hosts.exchange}/`, url)).status;
  expect(await wrong(`${hosts.graph}/v1.0/me`)).toBe(401);
  expect(await wrong(`${sharePoint}/_api/web`)).toBe(401);
  expect(
    await wrong(
      `${hosts.management}/api/v1.0/${company.tenantId}/activity/feed/subscriptions/list`,
    ),
  ).toBe(401);
  expect((await ask(`${sharePoint}/`, `${oneDrive}/_api/v1.0/me/drive`)).status).toBe(401);
});

test('the activity feed and the company’s own API answer too', async () => {
  const feed = `${hosts.management}/api/v1.0/${company.tenantId}/activity/feed`;
  const started = await ask(
    hosts.management,
    `${feed}/subscriptions/start?contentType=Audit.Exchange`,
    { method: 'POST' },
  );
  expect(started.status).toBe(200);
  const content = await ask(
    hosts.management,
    `${feed}/subscriptions/content?contentType=Audit.Exchange`,
  );
  expect(((await content.json()) as unknown[]).length).toBeGreaterThan(0);
  const own = await ask(ownApiIdentifier, `${hosts.ownApi}/calibrations`, {
    headers: { 'x-tenant-id': 'northlight' },
  });
  expect(own.status).toBe(200);
});

test('a file is fetched by the address that Graph gives, without a token', async () => {
  const answer = await ask(hosts.graph, `${hosts.graph}/v1.0/me/drive/root:/README.md`);
  const item = (await answer.json()) as Record<string, string>;
  const file = await tenant.fetch(new Request(item['@microsoft.graph.downloadUrl'] ?? ''));
  expect(await file.text()).toMatch(/^# README/);
  expect(file.headers.get('access-control-allow-origin')).toBe('*');
});

test('Exchange and SharePoint answer to their names with and without a slash, Discovery to the letter', async () => {
  const status = async (resource: string, url: string) => (await ask(resource, url)).status;
  const messages = `${hosts.exchange}/api/v1.0/me/messages`;
  expect(await status(hosts.exchange, messages)).toBe(200);
  expect(await status('https://outlook.office.com', messages)).toBe(200);
  expect(await status(oneDrive, `${oneDrive}/_api/v1.0/me/files`)).toBe(200);
  const services = `${hosts.discovery}/discovery/v1.0/me/services`;
  expect(await status(`${hosts.discovery}/discovery`, services)).toBe(401);
  expect(await status(`${hosts.discovery}/discovery/`, services)).toBe(200);
});
