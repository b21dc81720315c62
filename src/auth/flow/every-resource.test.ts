/** One sign-in, every resource: each has a token of its own, which goes to its own origin and nowhere else. */
import { expect, test } from 'vitest';
import { sharePointResource } from '#config/origins.ts';
import type { Resource } from '#config/clouds.ts';
import type { AuthorizedRequest, ScopesOf } from '#auth/vault.ts';
import { cloud, ownApi, signIn, tenantPerTest } from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const { graph, discovery, exchange, management } = cloud;
if (!discovery || !exchange || !management) throw new Error('the global cloud has every row');

const found = (address: string): Resource => {
  const resource = sharePointResource(cloud, address);
  if (!resource) throw new Error(`${address} is no SharePoint`);
  return resource;
};
const oneDrive = found('https://northlight-my.sharepoint.com/personal/adele');
const sites = found('https://northlight.sharepoint.com/');

const further: readonly ScopesOf[] = [
  { resource: discovery, scopes: ['user_impersonation'] },
  { resource: exchange, scopes: ['Mail.Read'] },
  { resource: oneDrive, scopes: ['MyFiles.Read'] },
  { resource: sites, scopes: ['AllSites.Read'] },
  { resource: ownApi, scopes: ['Calibrations.Read'] },
];
const everything = {
  kind: 'grant',
  resource: graph,
  scopes: ['Mail.Read'],
  also: further,
} as const;

const ask = (resource: Resource, scopes: readonly string[], path = '/'): AuthorizedRequest => ({
  resource,
  scopes,
  method: 'GET',
  url: `${resource.origin}${path}`,
});

/** Scopes of the token requests so far. */
function watchTokenRequests(): string[] {
  const scopes: string[] = [];
  tenant.fault = async (request) => {
    if (!request.url.includes('/oauth2/v2.0/token')) return undefined;
    const form = new URLSearchParams(await request.clone().text());
    scopes.push(form.get('scope') ?? '');
    return undefined;
  };
  return scopes;
}

async function everybody(expected: number, vault: Awaited<ReturnType<typeof signIn>>['vault']) {
  const count = () => {
    const session = vault.session.get();
    return session.kind === 'signed-in' ? session.grants.length : 0;
  };
  while (count() < expected) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('one page, one code, and a token for each resource without anybody asking for it', async () => {
  const scopes = watchTokenRequests();
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  expect(scopes).toHaveLength(6);
  const { accessTokens } = await vault.inspect();
  expect(accessTokens.map((token) => token.resource).toSorted()).toEqual(
    [graph, ...further.map(({ resource }) => resource)]
      .map(({ identifier }) => identifier)
      .toSorted(),
  );
  expect(accessTokens.map((token) => token.claims?.['aud'])).toHaveLength(6);
  expect(new Set(accessTokens.map((token) => token.claims?.['aud'])).size).toBe(6);
});

test('no token request ever names scopes of two resources', async () => {
  const scopes = watchTokenRequests();
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  for (const list of scopes) {
    const resources = list
      .split(' ')
      .filter((scope) => !['openid', 'profile', 'offline_access'].includes(scope))
      .map((scope) => scope.slice(0, Math.max(0, scope.lastIndexOf('/'))));
    expect(new Set(resources).size).toBe(1);
  }
  expect(scopes.some((list) => list.includes('https://outlook.office365.com//Mail.Read'))).toBe(
    true,
  );
  expect(scopes.some((list) => list.includes('https://northlight.sharepoint.com//'))).toBe(true);
});

test('tokens for different resources are fetched side by side, those for one after another', async () => {
  let running = 0;
  let most = 0;
  tenant.fault = async (request, answer) => {
    if (!request.url.includes('/oauth2/v2.0/token')) return undefined;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 40));
    const response = await answer();
    running -= 1;
    return response;
  };
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  expect(most).toBe(5);

  const { accessTokens } = await vault.inspect();
  for (const { resource } of accessTokens) await vault.forgetToken(resource);
  most = 0;
  await Promise.all([
    vault.send(ask(graph, ['User.Read'], '/v1.0/me')),
    vault.send(ask(graph, ['Mail.Read'], '/v1.0/me/messages')),
  ]);
  expect(most).toBe(1);
});

test('what was not agreed to among the further resources is told, and the rest is there', async () => {
  tenant.fault = async (request) => {
    const form = request.url.includes('/token') ? await request.clone().text() : '';
    return form.includes('MyFiles.Read')
      ? Response.json(
          { error: 'invalid_grant', suberror: 'consent_required', error_description: 'no' },
          { status: 400 },
        )
      : undefined;
  };
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(5, vault);
  const told = () => {
    const session = vault.session.get();
    return session.kind === 'signed-in' ? session.refusedScopes : [];
  };
  while (told().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told()).toEqual(['MyFiles.Read']);
});

test('a refusal of one renewal does not throw away the refresh token that another has just brought', async () => {
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  for (const { resource } of (await vault.inspect()).accessTokens)
    await vault.forgetToken(resource);
  tenant.fault = async (request, answer) => {
    if (!request.url.includes('/token')) return undefined;
    const form = await request.clone().text();
    if (form.includes('sharepoint')) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return Response.json({ error: 'invalid_grant', error_description: 'old' }, { status: 400 });
    }
    return answer();
  };
  const [late, good] = await Promise.allSettled([
    vault.send(ask(sites, ['AllSites.Read'])),
    vault.send(ask(graph, ['User.Read'], '/v1.0/me')),
  ]);
  expect([late.status, good.status]).toEqual(['rejected', 'fulfilled']);
  expect((await vault.inspect()).refreshToken).toBeDefined();
});

test('a resource that claims another’s origin, or another’s identifier, is given no token', async () => {
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  const before = tenant.seen.length;
  const evil = 'https://evil.sharepoint.com';
  for (const resource of [
    { title: 'Graph elsewhere', identifier: graph.identifier, origin: evil },
    { title: 'SharePoint elsewhere', identifier: sites.identifier, origin: evil },
    { title: 'No slash', identifier: evil, origin: evil },
    { title: 'Nobody’s', identifier: 'api://nobody', origin: 'https://api.example' },
    { title: 'Not told of', identifier: ownApi.identifier, origin: ownApi.origin },
  ]) {
    await expect(vault.send(ask(resource, ['.default']))).rejects.toMatchObject({
      kind: 'configuration',
    });
  }
  expect(tenant.seen.length).toBe(before);
  await vault.useOwnApis([ownApi]);
  tenant.fault = (request) =>
    request.url.startsWith(ownApi.origin) ? Response.json({ ok: true }) : undefined;
  expect((await vault.send(ask(ownApi, ['Calibrations.Read'], '/me'))).status).toBe(200);
});

test('a token follows no redirect, whichever resource it is for', async () => {
  const { vault } = await signIn(tenant, { purpose: everything });
  await everybody(6, vault);
  await vault.useOwnApis([ownApi]);
  tenant.fault = (request) =>
    request.url.includes('/oauth2/') || request.url.includes('/keys')
      ? undefined
      : new Response(null, { status: 302, headers: { location: 'https://evil.example/' } });
  for (const { resource, scopes } of further) {
    await expect(vault.send(ask(resource, scopes))).rejects.toMatchObject({ reason: 'redirected' });
  }
  expect(tenant.seen.join()).not.toContain('evil');
});
