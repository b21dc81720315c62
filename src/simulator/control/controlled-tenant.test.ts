import { expect, test } from 'vitest';
import { DroppedConnection } from '#simulator/weather.ts';
import { createControlledTenant } from './controlled-tenant.ts';
import { controlOrigin } from './steered.ts';
import { authorizeUrl, hosts, redeem, signIn, TestBrowser } from '#simulator/browser.test-kit.ts';

function controlled() {
  const tenant = createControlledTenant({
    hosts,
    clientRedirects: ['http://localhost/auth/callback/global'],
  });
  const tell = (what: string, body?: object) =>
    tenant.fetch(
      new Request(`${controlOrigin}/control/${what}`, {
        method: 'POST',
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  const seen = async () => {
    const response = await tenant.fetch(new Request(`${controlOrigin}/control/requests`));
    return (await response.json()) as Record<string, unknown>[];
  };
  return { tenant, tell, seen };
}

const metadata = `${hosts.login}/common/v2.0/.well-known/openid-configuration`;

test('what was asked is listed, without a query and without secrets', async () => {
  const { tenant, seen } = controlled();
  const { answer } = await signIn(new TestBrowser(tenant));
  await redeem(tenant, answer.get('code'), { scope: 'openid User.Read' });
  const list = await seen();
  expect(list.at(-1)).toEqual({
    at: expect.any(Number),
    method: 'POST',
    url: `${hosts.login}/common/oauth2/v2.0/token`,
    status: 200,
    grantType: 'authorization_code',
    scope: 'openid User.Read',
  });
  expect(JSON.stringify(list)).not.toContain(answer.get('code'));
});

test('a fault is met as often as it was told, and spares preflights and other addresses', async () => {
  const { tenant, tell } = controlled();
  await tell('faults', {
    url: '/openid-configuration',
    status: 429,
    times: 2,
    headers: { 'retry-after': '7' },
    body: '{}',
  });
  const ask = async (url: string, method = 'GET') =>
    (await tenant.fetch(new Request(url, { method }))).status;
  expect(await ask(metadata, 'OPTIONS')).toBe(204);
  expect(await ask(`${hosts.login}/common/discovery/v2.0/keys`)).toBe(200);
  const first = await tenant.fetch(new Request(metadata));
  expect(first.status).toBe(429);
  expect(first.headers.get('retry-after')).toBe('7');
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(await ask(metadata)).toBe(429);
  expect(await ask(metadata)).toBe(200);
});

test('a dropped request is no answer, and is listed as such', async () => {
  const { tenant, tell, seen } = controlled();
  await tell('faults', { url: 'openid-configuration', drop: true });
  await expect(tenant.fetch(new Request(metadata))).rejects.toThrow(DroppedConnection);
  expect((await seen()).at(-1)).toMatchObject({ url: metadata, status: 'dropped' });
});

test('a delayed request is answered in the end', async () => {
  const { tenant, tell } = controlled();
  await tell('faults', { url: 'openid-configuration', delay: 50 });
  const before = performance.now();
  expect((await tenant.fetch(new Request(metadata))).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThan(45);
});

test('the clock can be moved, and a reset forgets people, faults and time', async () => {
  const { tenant, tell, seen } = controlled();
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser);
  await tell('clock', { advance: 11 * 60 });
  const { body } = await redeem(tenant, answer.get('code'));
  expect(body['error_codes']).toEqual([70008]);
  await tell('faults', { url: hosts.login, status: 500, times: 99 });
  await tell('reset');
  expect(await seen()).toEqual([]);
  expect((await browser.open(await authorizeUrl())).heading).toBe('Pick an account');
  expect((await redeem(tenant, (await signIn(browser)).answer.get('code'))).status).toBe(200);
});

test('mail arrives when it is told to, for people who are here', async () => {
  const { tell } = controlled();
  const arrived = await tell('mail', {
    user: 'adele@northlight.example',
    count: 3,
    subject: 'Ping',
  });
  expect(await arrived.json()).toEqual({ arrived: 3 });
  expect((await tell('mail', { user: 'nobody@northlight.example' })).status).toBe(404);
});

test('every answer is dated by the tenant’s clock, and not by that of a server in front of it', async () => {
  const now = Date.UTC(2026, 2, 4, 5, 6, 7);
  const tenant = createControlledTenant({ hosts, now: () => now, clientRedirects: [] });
  for (const url of [
    `${hosts.login}/common/v2.0/.well-known/openid-configuration`,
    `${hosts.login}/common/oauth2/v2.0/authorize`,
    `${hosts.graph}/v1.0/me`,
    `${hosts.exchange}/api/v1.0/me`,
  ]) {
    const { headers } = await tenant.fetch(new Request(url));
    expect(headers.get('date')).toBe('Wed, 04 Mar 2026 05:06:07 GMT');
  }
});
