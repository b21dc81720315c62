import { expect, test } from 'vitest';
import {
  adele,
  askForToken,
  claimsOf,
  clientId,
  hosts,
  redeem,
  redirectUri,
  signIn,
  TestBrowser,
  testTenant,
  verifier,
} from '#simulator/browser.test-kit.ts';

const discovery = `${hosts.discovery}/discovery/`;
const minutes = 60_000;

async function withCode(changes: Readonly<Record<string, string | undefined>> = {}) {
  const { tenant, clock } = await testTenant();
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser, changes);
  return { tenant, clock, browser, code: answer.get('code') };
}

async function withRefreshToken() {
  const { tenant, clock, browser, code } = await withCode();
  const { body } = await redeem(tenant, code);
  const refresh = (scope: string | undefined, token = String(body['refresh_token'])) =>
    askForToken(tenant, { grant_type: 'refresh_token', refresh_token: token, scope });
  return { tenant, clock, browser, refresh, first: body };
}

test('a code is redeemed for tokens that say what was consented', async () => {
  const { tenant, code } = await withCode();
  const { status, body, headers } = await redeem(tenant, code);
  expect(status).toBe(200);
  expect(body['token_type']).toBe('Bearer');
  expect(body['scope']).toBe('openid profile User.Read');
  expect(body['expires_in']).toBeGreaterThanOrEqual(3599);
  expect(body['expires_in']).toBeLessThanOrEqual(5399);
  expect(body['refresh_token_expires_in']).toBe(86_399);
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('the id_token has the claims of Entra, dated back by five minutes', async () => {
  const { tenant, code } = await withCode({ claims: '{"id_token":{"login_hint":null}}' });
  const { body } = await redeem(tenant, code);
  const claims = claimsOf(body['id_token']);
  expect(Object.keys(claims).sort()).toEqual(
    'aio aud exp iat iss login_hint name nbf nonce oid preferred_username rh sid sub tid uti ver'.split(
      ' ',
    ),
  );
  expect(claims).toMatchObject({
    aud: clientId,
    iss: `${hosts.login}/5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3/v2.0`,
    nonce: 'the-nonce',
    preferred_username: adele,
    ver: '2.0',
  });
  // An hour, and the five minutes that it was dated back, beside an access token of 60 to 90 minutes.
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3900);
});

test('without profile and without a claims request the id_token keeps to the least', async () => {
  const { tenant, code } = await withCode({ scope: 'openid User.Read' });
  const { body } = await redeem(tenant, code);
  const claims = claimsOf(body['id_token']);
  for (const name of ['name', 'oid', 'preferred_username', 'login_hint', 'email'])
    expect(claims).not.toHaveProperty(name);
  expect(body).not.toHaveProperty('refresh_token');
});

test('without openid there is no id_token', async () => {
  const { tenant, code } = await withCode({ scope: 'User.Read' });
  expect((await redeem(tenant, code)).body).not.toHaveProperty('id_token');
});

test('the access token is for Graph, in the v1.0 form, and Graph takes it', async () => {
  const { tenant, code } = await withCode();
  const { body } = await redeem(tenant, code);
  expect(claimsOf(body['access_token'])).toMatchObject({
    aud: '00000003-0000-0000-c000-000000000000',
    iss: 'https://sts.windows.net/5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3/',
    appid: clientId,
    scp: 'openid profile User.Read',
    upn: adele,
    ver: '1.0',
  });
  const me = await tenant.fetch(
    new Request(`${hosts.graph}/v1.0/me`, {
      headers: { authorization: `Bearer ${String(body['access_token'])}` },
    }),
  );
  expect(me.status).toBe(200);
});

test.each([
  ['no grant type', { grant_type: undefined }, 'invalid_request', 900144],
  ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
  ['no client', { client_id: '' }, 'invalid_request', 900144],
  ['another client', { client_id: redirectUri }, 'unauthorized_client', 700016],
  ['a secret', { client_secret: 'x' }, 'invalid_client', 700025],
  ['a resource parameter', { resource: 'x' }, 'invalid_request', 901002],
  ['no code', { code: '' }, 'invalid_request', 900144],
  ['a code of nobody', { code: 'x' }, 'invalid_grant', 9002313],
  ['no redirect URI', { redirect_uri: undefined }, 'invalid_request', 900144],
  ['another redirect URI', { redirect_uri: `${redirectUri}/` }, 'invalid_grant', 500112],
  ['no verifier', { code_verifier: undefined }, 'invalid_request', 900144],
  ['a wrong verifier', { code_verifier: `${verifier}x` }, 'invalid_grant', 501481],
  ['two resources', { scope: `User.Read ${discovery}/x` }, 'invalid_client', 650053],
  [
    'scopes of two resources',
    { scope: `User.Read ${discovery}/user_impersonation` },
    'invalid_request',
    700022,
  ],
])('%s is refused', async (_, changes, error, code) => {
  const { tenant, code: issued } = await withCode();
  const { status, body } = await redeem(tenant, issued, changes);
  expect(status).toBe(code === 700025 ? 401 : 400);
  expect(body['error']).toBe(error);
  expect(body['error_codes']).toEqual([code]);
});

test('a refusal has every member of Entra’s, and the caller’s correlation id', async () => {
  const { tenant } = await testTenant();
  const id = '11111111-2222-4333-8444-555555555555';
  const { body } = await redeem(tenant, 'x', {}, { query: `?client-request-id=${id}` });
  expect(Object.keys(body).sort()).toEqual([
    'correlation_id',
    'error',
    'error_codes',
    'error_description',
    'error_uri',
    'timestamp',
    'trace_id',
  ]);
  expect(body['correlation_id']).toBe(id);
  expect(body['timestamp']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
  expect(body['error_description']).toBe(
    `AADSTS9002313: Invalid request. Request is malformed or invalid.\r\nTrace ID: ${String(body['trace_id'])}\r\nCorrelation ID: ${id}\r\nTimestamp: ${String(body['timestamp'])}`,
  );
});

test('a caller without an origin is no single-page application', async () => {
  const { tenant, code } = await withCode();
  const { body } = await redeem(tenant, code, {}, { origin: null });
  expect(body['error_codes']).toEqual([9002327]);
});

test('only POST is accepted, and only a form', async () => {
  const { tenant } = await testTenant();
  const url = `${hosts.login}/common/oauth2/v2.0/token`;
  const get = (await (await tenant.fetch(new Request(url))).json()) as Record<string, unknown>;
  expect(get['error_codes']).toEqual([900561]);
  const json = new Request(url, { method: 'POST', body: '{}' });
  const answer = (await (await tenant.fetch(json)).json()) as Record<string, unknown>;
  expect(answer['error_codes']).toEqual([900144]);
});

test('a code works once, also for two requests at the same moment', async () => {
  const { tenant, code } = await withCode();
  const both = await Promise.all([redeem(tenant, code), redeem(tenant, code)]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const { body } = await redeem(tenant, code);
  expect(body['error']).toBe('invalid_grant');
  expect(body['error_codes']).toEqual([54005]);
});

test('a wrong verifier does not use the code up', async () => {
  const { tenant, code } = await withCode();
  await redeem(tenant, code, { code_verifier: 'x'.repeat(43) });
  expect((await redeem(tenant, code)).status).toBe(200);
});

test('a code lives ten minutes', async () => {
  const { tenant, clock, code } = await withCode();
  clock.ahead += 10 * minutes + 1000;
  expect((await redeem(tenant, code)).body['error_codes']).toEqual([70008]);
});

test('a code is redeemed at the tenant path it was issued at', async () => {
  const { tenant, code } = await withCode();
  const { body } = await redeem(tenant, code, {}, { segment: 'organizations' });
  expect(body['error_codes']).toEqual([700005]);
});

test('a code issued for several resources gives a token for the first', async () => {
  const scope = `openid ${discovery}/user_impersonation User.Read`;
  const { tenant, code } = await withCode({ scope });
  const { body } = await redeem(tenant, code);
  expect(claimsOf(body['access_token'])['aud']).toBe(discovery);
  expect(body['scope']).toBe(`${discovery}/user_impersonation`);
});

test('refresh tokens rotate, keep their end, and the old one still works', async () => {
  const { clock, refresh, first } = await withRefreshToken();
  clock.ahead += 60 * minutes;
  const second = await refresh('openid User.Read');
  expect(second.status).toBe(200);
  expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
  expect(second.body['refresh_token_expires_in']).toBeLessThanOrEqual(86_399 - 3600);
  expect(claimsOf(second.body['id_token'])).not.toHaveProperty('nonce');
  expect((await refresh('User.Read')).status).toBe(200);
  clock.ahead += 23 * 60 * minutes + 1000;
  const late = await refresh('User.Read', String(second.body['refresh_token']));
  expect(late.body['error']).toBe('invalid_grant');
  expect(late.body['error_codes']).toEqual([700084]);
});

test('a refresh token needs consent for a new scope, and stays good', async () => {
  const { browser, refresh } = await withRefreshToken();
  const refused = await refresh('Mail.Read');
  expect(refused.status).toBe(400);
  expect(refused.body['error']).toBe('invalid_grant');
  expect(refused.body['suberror']).toBe('consent_required');
  expect(refused.body['error_codes']).toEqual([65001]);
  await signIn(browser, { scope: 'Mail.Read' });
  const granted = await refresh('Mail.Read');
  expect(granted.body['scope']).toBe('openid profile User.Read Mail.Read');
});

test('one refresh token serves several resources, each with a token of its own', async () => {
  const { tenant, browser, refresh } = await withRefreshToken();
  const scope = `${discovery}/.default`;
  expect((await refresh(scope)).body['suberror']).toBe('consent_required');
  await signIn(browser, { scope: `openid ${scope}` });
  const { body } = await refresh(scope);
  expect(claimsOf(body['access_token'])).toMatchObject({
    aud: discovery,
    scp: 'user_impersonation',
  });
  expect(body['scope']).toBe(`${discovery}/user_impersonation ${discovery}/.default`);
  const token = String(body['access_token']);
  const ask = (url: string) =>
    tenant.fetch(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  expect((await ask(`${hosts.discovery}/discovery/v1.0/me/services`)).status).toBe(200);
  expect((await ask(`${hosts.graph}/v1.0/me`)).status).toBe(401);
});

test('what an administrator has agreed to for everybody is asked of nobody', async () => {
  const { tenant } = await testTenant({ forEverybody: { [discovery]: ['user_impersonation'] } });
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser);
  const { body: first } = await redeem(tenant, answer.get('code'));
  const { body } = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(first['refresh_token']),
    scope: `${discovery}/.default`,
  });
  expect(claimsOf(body['access_token'])['aud']).toBe(discovery);
});

test('scopes asked for with Graph’s address come back with it', async () => {
  const { refresh } = await withRefreshToken();
  const { body } = await refresh(`openid ${hosts.graph}/User.Read`);
  expect(body['scope']).toBe(`openid profile ${hosts.graph}/User.Read`);
  expect(claimsOf(body['access_token'])['aud']).toBe(hosts.graph);
});

test('a code is no refresh token', async () => {
  const { tenant, code } = await withCode();
  const { body } = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: code ?? '',
  });
  expect(body['error_codes']).toEqual([9002313]);
});

test('an access token ends, and one that was changed is nobody’s', async () => {
  const { tenant, clock, first } = await withRefreshToken();
  const ask = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await tenant.fetch(new Request(`${hosts.graph}/v1.0/me`, { headers }))).status;
  };
  const token = String(first['access_token']);
  const [head, , signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...claimsOf(token), scp: 'Mail.Read' }));
  expect(await ask(`${head}.${forged.toString('base64url')}.${signature}`)).toBe(401);
  expect(await ask(String(first['id_token']))).toBe(401);
  expect(await ask(token)).toBe(200);
  clock.ahead += 90 * minutes;
  expect(await ask(token)).toBe(401);
});

test('the same person is somebody else to every tenant of keys', async () => {
  const { refresh } = await withRefreshToken();
  const elsewhere = await testTenant();
  const { body } = await refresh('openid User.Read');
  const { body: refused } = await askForToken(elsewhere.tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
  });
  expect(refused['error_codes']).toEqual([9002313]);
});
