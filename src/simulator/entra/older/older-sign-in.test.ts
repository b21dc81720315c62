import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import {
  authorizeUrl,
  claimsOf,
  hosts,
  redirectUri,
  TestBrowser,
  testTenant,
  verifier,
} from '#simulator/browser.test-kit.ts';
import type { Tenant } from '#simulator/tenant.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';

const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const planner = '71e4b8f0-2d95-4a6c-9e13-c80b5f6d7a24';
const lens = 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293';
const exchange = 'https://outlook.office365.com/';

/** An authorize request of 2014: a resource, no scope. */
async function olderUrl(
  changes: Readonly<Record<string, string | undefined>> = {},
  segment?: string,
): Promise<string> {
  const wish = { scope: undefined, resource: hosts.graph, ...changes };
  return (await authorizeUrl(wish, segment)).replace('/oauth2/v2.0/', '/oauth2/');
}

async function token(
  tenant: Tenant,
  fields: Readonly<Record<string, string>>,
  { segment = 'common', origin = 'http://localhost:5173' as string | null } = {},
) {
  const answer = await tenant.fetch(
    new Request(`${hosts.login}/${segment}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12', ...fields }),
      headers: origin ? { origin } : {},
    }),
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const redeem = (tenant: Tenant, code: string | null, more: Readonly<Record<string, string>> = {}) =>
  token(tenant, {
    grant_type: 'authorization_code',
    code: code ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUri,
    ...more,
  });

async function signIn(browser: TestBrowser, url: string, who = 'adele') {
  let view = await browser.open(url);
  if (view.html.includes('class="person"')) view = await browser.choose(who);
  if (view.heading.startsWith('Permissions requested')) view = await browser.press({ accept: '1' });
  return view.answer;
}

test('a sign-in without v2.0 names a resource, and is answered in the older form', async () => {
  const { tenant } = await testTenant();
  const answer = await signIn(new TestBrowser(tenant), await olderUrl());
  expect(answer.get('state')).toBe('the-state');
  const { status, body } = await redeem(tenant, answer.get('code'), { resource: hosts.graph });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_type: 'Bearer',
    resource: hosts.graph,
    expires_in: expect.stringMatching(/^\d+$/) as string,
    ext_expires_in: body['expires_in'],
    expires_on: expect.stringMatching(/^\d{10}$/) as string,
    not_before: expect.stringMatching(/^\d{10}$/) as string,
  });
  expect(body['scope']?.split(' ')).toContain('User.Read');
  expect(claimsOf(body['access_token'])).toMatchObject({ aud: hosts.graph, ver: '1.0' });
  const me = new Request(`${hosts.graph}/v1.0/me`, {
    headers: { authorization: `Bearer ${body['access_token']}` },
  });
  expect((await tenant.fetch(me)).status).toBe(200);
});

test('its id_token has the older claims and issuer, a key of the older document, and the subject of the older userinfo', async () => {
  const { tenant } = await testTenant();
  const answer = await signIn(new TestBrowser(tenant), await olderUrl());
  const { body } = await redeem(tenant, answer.get('code'));
  const fetched = (url: string) => tenant.fetch(new Request(url));
  const keys = createRemoteJWKSet(new URL(`${hosts.login}/common/discovery/keys`), {
    [customFetch]: fetched,
  });
  const { payload } = await jwtVerify(body['id_token'] ?? '', keys, {
    issuer: `https://sts.windows.net/${company}/`,
    audience: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  });
  expect(payload).toMatchObject({
    ver: '1.0',
    tid: company,
    upn: 'adele@northlight.example',
    unique_name: 'adele@northlight.example',
    nonce: 'the-nonce',
  });
  const about = async (authorization: string) =>
    tenant.fetch(
      new Request(`${hosts.login}/common/openid/userinfo`, { headers: { authorization } }),
    );
  const info = await about(`Bearer ${body['access_token']}`);
  expect(await info.json()).toMatchObject({ sub: payload.sub, upn: 'adele@northlight.example' });
  const refused = await about(`Bearer ${body['id_token']}x`);
  expect(refused.status).toBe(401);
});

test('one refresh token gets tokens of several resources, one at a time', async () => {
  const { tenant, browser } = await steeredTenant();
  for (const resource of [exchange, hosts.graph])
    await signIn(browser, await olderUrl({ resource }));
  const { body } = await redeem(
    tenant,
    (await signIn(browser, await olderUrl({ resource: exchange }))).get('code'),
  );
  expect(body['resource']).toBe(exchange);
  const renew = (more: Readonly<Record<string, string>>) =>
    token(tenant, {
      grant_type: 'refresh_token',
      refresh_token: body['refresh_token'] ?? '',
      ...more,
    });
  const graph = await renew({ resource: hosts.graph });
  expect(claimsOf(graph.body['access_token'])['aud']).toBe(hosts.graph);
  const same = await renew({});
  expect(same.body['resource']).toBe(exchange);
  expect(claimsOf(same.body['access_token'])['aud']).toBe(exchange);
  const unagreed = await renew({ resource: 'https://manage.office.com' });
  expect(unagreed.body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' });
});

test('what is agreed to is all that the registration lists, and another resource is refused by number', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const asked = { client_id: planner, redirect_uri: 'http://localhost:5173/shifts' };
  await browser.open(await olderUrl({ ...asked, resource: undefined }, company));
  const page = await browser.choose('adele');
  expect(page.html).toContain('calendars');
  const listed = await browser.press({ accept: '1' });
  expect(listed.answer.has('code')).toBe(true);
  const other = await browser.open(await olderUrl({ ...asked, resource: exchange }, company));
  expect(other.answer.get('error_description')).toMatch(/^AADSTS650057: /);
  const nobodys = await browser.open(
    await olderUrl({ ...asked, resource: 'https://x.example' }, company),
  );
  expect(nobodys.answer.get('error_description')).toMatch(/^AADSTS500011: /);
});

test('prompt=admin_consent asks an administrator for everybody at once, also about what was agreed to alone', async () => {
  const { tenant, browser } = await steeredTenant();
  await signIn(browser, await olderUrl(), 'ingrid');
  const page = await browser.open(await olderUrl({ prompt: 'admin_consent' }));
  expect(page.heading).toBe('Permissions requested for your organization');
  expect((await browser.press({ accept: '1' })).answer.has('code')).toBe(true);
  const adele = new TestBrowser(tenant);
  await adele.open(await olderUrl());
  expect((await adele.choose('adele')).answer.has('code')).toBe(true);
});

test('an application with a secret signs in without a challenge, and by itself with a resource alone', async () => {
  const { tenant } = await testTenant();
  const redirect = 'https://lens.northlight.example/signed-in';
  const secret = {
    client_id: lens,
    client_secret: 'simulated-secret-of-the-lens-catalogue',
  };
  const url = await olderUrl(
    {
      client_id: lens,
      redirect_uri: redirect,
      response_mode: undefined,
      code_challenge: undefined,
      code_challenge_method: undefined,
    },
    company,
  );
  const answer = await signIn(new TestBrowser(tenant), url);
  const server = { segment: company, origin: null };
  const grant = {
    grant_type: 'authorization_code',
    code: answer.get('code') ?? '',
    redirect_uri: redirect,
  };
  const { body } = await token(tenant, { ...secret, ...grant, resource: hosts.graph }, server);
  expect(body['resource']).toBe(hosts.graph);
  const own = { ...secret, grant_type: 'client_credentials' };
  const app = await token(tenant, { ...own, resource: hosts.graph }, server);
  expect(app.body).toMatchObject({ resource: hosts.graph, expires_in: '3599' });
  expect(app.body['scope']).toBeUndefined();
  expect(claimsOf(app.body['access_token'])['idtyp']).toBe('app');
  const nothing = await token(tenant, own, server);
  expect(nothing.body['error_description']).toMatch(/^AADSTS900144: .*'resource'/);
});
