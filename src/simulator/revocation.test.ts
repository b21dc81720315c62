import { beforeEach, expect, test } from 'vitest';
import { createControlledTenant } from '#simulator/control/controlled-tenant.ts';
import { controlOrigin } from '#simulator/control/steered.ts';
import {
  adele,
  askForToken,
  authorizeUrl,
  claimsOf,
  hosts,
  redeem,
  signIn,
  TestBrowser,
} from './browser.test-kit.ts';
import type { Tenant } from './tenant.ts';

const cp1 = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';
const hour = 3600;
let tenant: Tenant;

beforeEach(() => {
  tenant = createControlledTenant({
    hosts,
    clientRedirects: ['http://localhost/auth/callback/global'],
  });
});

async function tokensFor(claims: string | undefined) {
  const { answer } = await signIn(new TestBrowser(tenant), { claims });
  return (await redeem(tenant, answer.get('code'))).body;
}

function refreshed(refreshToken: unknown, claims: string | undefined) {
  return askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(refreshToken),
    scope: 'openid User.Read',
    claims,
  });
}

function me(accessToken: unknown) {
  const headers = { authorization: `Bearer ${String(accessToken)}` };
  return tenant.fetch(new Request(`${hosts.graph}/v1.0/me`, { headers }));
}

async function revoke(body: object) {
  const request = new Request(`${controlOrigin}/control/revoke`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return (await tenant.fetch(request)).status;
}

test('a client that understands challenges gets a token for 20 to 28 hours that says so', async () => {
  const body = await tokensFor(cp1);
  expect(claimsOf(body['access_token'])['xms_cc']).toEqual(['cp1']);
  expect(body['expires_in']).toBeGreaterThanOrEqual(20 * hour);
  expect(body['expires_in']).toBeLessThanOrEqual(28 * hour);
  expect(body['refresh_in']).toBe(Math.floor(Number(body['expires_in']) / 2));
});

test('who says nothing of challenges gets a token for an hour or so, refreshed or not', async () => {
  const body = await tokensFor(undefined);
  const again = await refreshed(body['refresh_token'], undefined);
  for (const each of [body, again.body]) {
    expect(claimsOf(each['access_token'])).not.toHaveProperty('xms_cc');
    expect(each['expires_in']).toBeLessThan(2 * hour);
    expect(each).not.toHaveProperty('refresh_in');
  }
});

test('claims that cannot be read announce nothing', async () => {
  for (const claims of ['null', '[]', '{', '{"access_token":{"xms_cc":{"values":"cp1"}}}']) {
    const body = await tokensFor(claims);
    expect(claimsOf(body['access_token'])).not.toHaveProperty('xms_cc');
  }
});

test('a revoked token is answered with a challenge, and a token issued afterwards is taken', async () => {
  const body = await tokensFor(cp1);
  expect((await me(body['access_token'])).status).toBe(200);
  expect(await revoke({ user: adele })).toBe(204);
  const refused = await me(body['access_token']);
  expect(refused.status).toBe(401);
  const header = refused.headers.get('www-authenticate') ?? '';
  expect(header).toContain('error="insufficient_claims"');
  expect(atob(/claims="([^"]+)"/.exec(header)?.[1] ?? '')).toMatch(
    /^\{"access_token":\{"nbf":\{"essential":true,"value":"\d{10}"\}\}\}$/,
  );
  const again = await refreshed(body['refresh_token'], cp1);
  expect((await me(again.body['access_token'])).status).toBe(200);
  expect((await me(body['access_token'])).status).toBe(401);
});

test('who does not understand challenges gets a plain 401', async () => {
  const body = await tokensFor(undefined);
  await revoke({ user: adele });
  const refused = await me(body['access_token']);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).not.toContain('claims');
});

test('a revocation that reaches the refresh tokens leaves only a new sign-in', async () => {
  const body = await tokensFor(cp1);
  await revoke({ user: adele, refreshTokens: true });
  await revoke({ user: adele });
  const again = await refreshed(body['refresh_token'], cp1);
  expect(again.body).toMatchObject({
    error: 'invalid_grant',
    suberror: 'bad_token',
    error_codes: [50173],
  });
  const anew = await tokensFor(cp1);
  expect((await me(anew['access_token'])).status).toBe(200);
  expect((await refreshed(anew['refresh_token'], cp1)).status).toBe(200);
});

test('a revocation that reaches the refresh tokens signs the person out at every browser, one that does not leaves them', async () => {
  const browser = new TestBrowser(tenant);
  await signIn(browser, { claims: cp1 });
  const silently = async () =>
    (await browser.open(await authorizeUrl({ prompt: 'none' }))).answer.get('error');
  await revoke({ user: adele });
  expect(await silently()).toBeNull();
  await revoke({ user: 'ingrid@northlight.example', refreshTokens: true });
  expect(await silently()).toBeNull();
  await revoke({ user: adele, refreshTokens: true });
  expect(await silently()).toBe('login_required');
});

test('nobody else is touched, and an unknown person is said to be unknown', async () => {
  const body = await tokensFor(cp1);
  expect(await revoke({ user: 'nobody@northlight.example' })).toBe(404);
  expect(await revoke({ user: 'ingrid@northlight.example' })).toBe(204);
  expect((await me(body['access_token'])).status).toBe(200);
});
