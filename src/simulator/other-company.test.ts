import { beforeAll, expect, test } from 'vitest';
import type { ServiceInfo } from '#contract/discovery.ts';
import { otherCompany } from '#simulator/seed/tenants.ts';
import { askForToken, hosts, redeem, signIn, TestBrowser, testTenant } from './browser.test-kit.ts';
import type { Tenant } from './tenant.ts';

const sharePoint = 'https://harbourline.sharepoint.com';
const oneDrive = 'https://harbourline-my.sharepoint.com';
const theirs = 'https://northlight.sharepoint.com';

/** What Dmitri’s company has agreed to. */
const forEverybody = {
  [hosts.graph]: [
    'openid',
    'profile',
    'offline_access',
    'User.Read',
    'Files.Read',
    'Sites.Read.All',
  ],
  [`${hosts.discovery}/discovery/`]: ['user_impersonation'],
  [`${sharePoint}/`]: ['AllSites.Read'],
  [`${oneDrive}/`]: ['MyFiles.Read'],
};

let tenant: Tenant;
let refreshToken: string;

beforeAll(async () => {
  ({ tenant } = await testTenant({ forEverybody }));
  const { answer } = await signIn(new TestBrowser(tenant), {}, 'dmitri@harbourline.example');
  const { body } = await redeem(tenant, answer.get('code'));
  refreshToken = String(body['refresh_token']);
});

async function tokenFor(resource: string) {
  const { body } = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    scope: `${resource}/.default`,
  });
  return body;
}

async function ask<T>(resource: string, url: string): Promise<T> {
  const { access_token } = await tokenFor(resource);
  const headers = { authorization: `Bearer ${String(access_token)}`, accept: 'application/json' };
  const answer = await tenant.fetch(new Request(url, { headers }));
  expect([url, answer.status]).toEqual([url, 200]);
  return (await answer.json()) as T;
}

test('Discovery names the company’s own SharePoint, and it answers to tokens of its own', async () => {
  const discovery = `${hosts.discovery}/discovery/`;
  const { value } = await ask<{ value: ServiceInfo[] }>(discovery, `${discovery}v1.0/me/services`);
  const found = Object.fromEntries(value.map((each) => [each.capability, each]));
  expect(found['MyFiles']?.serviceResourceId).toBe(`${oneDrive}/`);
  expect(found['RootSite']?.serviceEndpointUri).toBe(`${sharePoint}/_api`);
  expect(found['Directory']?.serviceEndpointUri).toMatch(/\/harbourline\.example\/$/);
  const files = await ask<{ value: { webUrl: string }[] }>(
    `${oneDrive}/`,
    `${found['MyFiles']?.serviceEndpointUri}/files`,
  );
  expect(files.value[0]?.webUrl.startsWith(`${oneDrive}/personal/dmitri`)).toBe(true);
  const web = await ask<{ Title: string }>(`${sharePoint}/`, `${sharePoint}/_api/web`);
  expect(web.Title).toBe(otherCompany.name);
});

test('Graph lists the sites and the files of one’s own company, and nobody else’s', async () => {
  const { value } = await ask<{ value: { id: string; webUrl: string }[] }>(
    hosts.graph,
    `${hosts.graph}/v1.0/sites?search=*`,
  );
  expect(value.map(({ webUrl }) => webUrl)).toEqual([sharePoint, `${sharePoint}/sites/fleet`]);
  const items = await ask<{ value: { '@microsoft.graph.downloadUrl'?: string }[] }>(
    hosts.graph,
    `${hosts.graph}/v1.0/sites/${value[1]?.id}/drive/root/children`,
  );
  const address = items.value.find((item) => '@microsoft.graph.downloadUrl' in item);
  const url = address?.['@microsoft.graph.downloadUrl'] ?? '';
  expect(url.startsWith(`${sharePoint}/sites/fleet/`)).toBe(true);
  expect((await tenant.fetch(new Request(url))).status).toBe(200);
});

test('a token for the other company’s SharePoint is refused, for it does not exist here', async () => {
  const { error, error_codes: codes } = (await tokenFor(`${theirs}/`)) as Record<string, unknown>;
  expect([error, codes]).toEqual(['invalid_resource', [500011]]);
});
