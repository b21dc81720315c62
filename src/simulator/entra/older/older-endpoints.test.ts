import { expect, test } from 'vitest';
import { hosts, signIn, TestBrowser, testTenant } from '#simulator/browser.test-kit.ts';

const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';

async function read(path: string, init: RequestInit = {}) {
  const { tenant } = await testTenant();
  const answer = await tenant.fetch(new Request(hosts.login + path, init));
  const text = await answer.text();
  return { status: answer.status, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

test('the metadata without v2.0 names the older endpoints and issuer', async () => {
  const common = (await read('/common/.well-known/openid-configuration')).json();
  expect(common).toMatchObject({
    issuer: 'https://sts.windows.net/{tenantid}/',
    token_endpoint: `${hosts.login}/common/oauth2/token`,
    jwks_uri: `${hosts.login}/common/discovery/keys`,
    check_session_iframe: `${hosts.login}/common/oauth2/checksession`,
    microsoft_multi_refresh_token: true,
    scopes_supported: ['openid'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    claims_supported: expect.arrayContaining(['amr', 'given_name', 'nickname']) as unknown,
  });
  expect(common['claims_supported']).not.toContain('preferred_username');
  expect((await read('/common/discovery/keys')).json()['keys']).toHaveLength(3);
  const named = (await read(`/${company}/.well-known/openid-configuration`)).json();
  expect(named['issuer']).toBe(`https://sts.windows.net/${company}/`);
});

test('instance discovery trusts the hosts of this cloud and refuses a stranger’s', async () => {
  const about = (host: string) =>
    read(
      `/common/discovery/instance?api-version=1.1&authorization_endpoint=https://${host}/common/oauth2/v2.0/authorize`,
    );
  const known = await about('login.windows.net');
  expect(known.json()).toMatchObject({
    tenant_discovery_endpoint: `${hosts.login}/common/v2.0/.well-known/openid-configuration`,
    metadata: [{ preferred_network: 'login.microsoftonline.com' }],
  });
  const stranger = await about('login.evil.example');
  expect(stranger.status).toBe(400);
  expect(stranger.json()).toMatchObject({ error: 'invalid_instance', error_codes: [50049] });
});

test('the frame of the older metadata knows who is signed in at this browser, and nobody else', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser);
  const state = answer.get('session_state') ?? 'none';
  const look = async (session: string) => {
    const request = new Request(`${hosts.login}/common/oauth2/checksession`);
    request.headers.set('x-simulated-session', session);
    const response = await tenant.fetch(request);
    expect(response.headers.get('x-frame-options')).toBeNull();
    return response.text();
  };
  expect(await look(browser.session ?? '')).toContain(`data-sessions="${state}"`);
  expect(await look(crypto.randomUUID())).toContain('data-sessions=""');
  await browser.open(`${hosts.login}/common/oauth2/v2.0/logout`);
  expect(await look(browser.session ?? '')).toContain('data-sessions=""');
});

test('an error code is looked up, and one that is never sent is not', async () => {
  const found = await read('/error?code=50076');
  expect(found.status).toBe(200);
  expect(found.text).toContain('invalid_grant');
  expect((await read('/error?code=12345')).status).toBe(404);
  expect((await read('/error')).status).toBe(404);
});

test('a device code is refused by number', async () => {
  const body = new URLSearchParams({ client_id: 'x', scope: 'openid' });
  const refused = await read('/common/oauth2/v2.0/devicecode', { method: 'POST', body });
  expect(refused.status).toBe(400);
  expect(refused.json()).toMatchObject({ error: 'unsupported_grant_type', error_codes: [70003] });
  const older = await read('/common/oauth2/devicecode?resource=x');
  expect(older.json()).toMatchObject({ error_codes: [70003] });
});

test('the older administrator consent is about all that the registration lists', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const planner = '71e4b8f0-2d95-4a6c-9e13-c80b5f6d7a24';
  const query = new URLSearchParams({
    client_id: planner,
    redirect_uri: 'http://localhost:5173/shifts',
    state: 'the-state',
  });
  await browser.open(`${hosts.login}/${company}/adminconsent?${query}`);
  const page = await browser.choose('ingrid@northlight.example');
  expect(page.heading).toBe('Permissions requested for your organization');
  expect(page.html).toContain('calendars');
  const back = await browser.press({ accept: '1' });
  expect(back.target).toBe('http://localhost:5173/shifts');
  expect(Object.fromEntries(back.answer)).toMatchObject({
    admin_consent: 'True',
    tenant: company,
    state: 'the-state',
  });
});

test('desktop applications learn whose passwords are Entra’s, and come back to an empty page', async () => {
  const realm = async (name: string) =>
    (await read(`/common/userrealm/${name}?api-version=1.0`)).json();
  expect(await realm('adele@northlight.example')).toEqual({
    ver: '1.0',
    account_type: 'Managed',
    domain_name: 'northlight.example',
    cloud_instance_name: 'microsoftonline.com',
    cloud_audience_urn: 'urn:federation:MicrosoftOnline',
  });
  expect(await realm('somebody@nowhere.example')).toMatchObject({ account_type: 'Unknown' });
  const { status, text } = await read('/common/oauth2/nativeclient?code=x');
  expect([status, text]).toEqual([200, expect.stringContaining('<html')]);
});

test.each(['GET', 'POST'])('a device code is refused by its number (%s)', async (method) => {
  const { status, json } = await read('/common/oauth2/v2.0/devicecode', { method });
  expect([status, json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
});
