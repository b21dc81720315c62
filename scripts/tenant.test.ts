import { existsSync, readFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTenant, type TenantServer } from './tenant.mjs';

let tenant: TenantServer;

beforeAll(async () => {
  tenant = await startTenant({ port: 0, appOrigins: ['http://localhost:5173'] });
});

afterAll(() => tenant.stop());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The certificate is checked: only its own authority is trusted, and the host name must be in it. */
function ask(url: string, options: RequestOptions = {}, body?: string): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: tenant.port,
        servername: hostname,
        path: pathname + search,
        ca: readFileSync(tenant.certificatePath),
        agent: false,
        ...options,
        headers: { host: hostname, ...options.headers },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () =>
          done({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

const authorize = `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?${new URLSearchParams(
  {
    client_id: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    redirect_uri: 'http://localhost:5173/auth/callback/global',
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  },
)}`;

test.each([
  ['https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration', 200],
  ['https://graph.microsoft.com/v1.0/me', 401],
  ['https://api.office.com/discovery/v1.0/me/services', 401],
  ['https://outlook.office365.com/api/v1.0/me/messages', 401],
  ['https://northlight.sharepoint.com/_api/web', 401],
  ['https://northlight-my.sharepoint.com/_api/v1.0/me/files', 401],
  ['https://northlight-my.sharepoint.com/personal/x/_layouts/15/download.aspx', 401],
  ['https://manage.office.com/api/v1.0/x/activity/feed/subscriptions/list', 401],
  ['https://api.northlight.example/calibrations', 403],
  ['https://control.simulated.invalid/control/requests', 200],
])('%s answers over TLS with a certificate for its name', async (url, status) => {
  expect((await ask(url)).status).toBe(status);
});

test.each([
  ['https://graph.microsoft.com/v1.0/me', true],
  ['https://outlook.office365.com/api/v1.0/me/messages', true],
  ['https://northlight.sharepoint.com/_api/web', true],
  ['https://api.northlight.example/calibrations', true],
  ['https://northlight-my.sharepoint.com/personal/x/_layouts/15/download.aspx', false],
  ['https://manage.office.com/api/v1.0/x/activity/feed/subscriptions/list', false],
])('whether a page of another origin may send a token to %s: %s', async (url, may) => {
  const { headers } = await ask(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  expect('access-control-allow-headers' in headers).toBe(may);
});

test('a switch makes a service fail from outside', async () => {
  const control = 'https://control.simulated.invalid/control/services';
  const wrong = await ask(control, { method: 'POST' }, '{"discovery":"perhaps"}');
  expect(wrong.status).toBe(400);
  await ask(control, { method: 'POST' }, '{"exchangeRest":"gone"}');
  const gone = await ask('https://outlook.office365.com/api/v1.0/me/messages');
  expect(gone.status).toBe(410);
  await ask(control, { method: 'POST' }, '{"exchangeRest":"answers"}');
});

test.each(['login.windows.net', 'login.microsoft.com', 'sts.windows.net'])(
  'the sign-in host answers by its other name %s',
  async (host) => {
    const { text } = await ask(`https://${host}/common/.well-known/openid-configuration`);
    expect(JSON.parse(text)).toMatchObject({ issuer: 'https://sts.windows.net/{tenantid}/' });
  },
);

test('a name that the certificate does not hold is not trusted', async () => {
  await expect(ask('https://example.com/')).rejects.toThrow(/altnames/);
});

test('the session is a cookie that scripts cannot read, and only a cookie', async () => {
  const first = await ask(authorize);
  const [cookie = ''] = first.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^simulated_session=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=None$/);
  expect(first.headers).not.toHaveProperty('x-simulated-session');
  const [pair = ''] = cookie.split(';');
  const known = await ask(authorize, { headers: { cookie: pair } });
  expect(known.headers).not.toHaveProperty('set-cookie');
  const forged = await ask(authorize, {
    headers: { 'x-simulated-session': pair.split('=')[1] ?? '' },
  });
  expect(forged.headers['set-cookie']?.[0]).toMatch(/^simulated_session=/);
  expect(forged.headers['set-cookie']?.[0]).not.toContain(pair);
});

test('two first visits at once are one browser, which may go on with either page', async () => {
  const [one, other] = await Promise.all([ask(authorize), ask(authorize)]);
  const jar = new Map<string, string>();
  for (const cookie of [one, other].flatMap(({ headers }) => headers['set-cookie'] ?? [])) {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
    jar.set(name, value);
  }
  const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
  for (const { text } of [one, other]) {
    const flow = /name="flow" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const account = /name="account" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const next = await ask(
      'https://login.microsoftonline.com/common/signin',
      {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      },
      new URLSearchParams({ flow, account }).toString(),
    );
    expect(next.text).toContain('Permissions requested');
  }
});

test('a form arrives whole', async () => {
  const answer = await ask(
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:5173',
      },
    },
    'client_id=9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12&grant_type=refresh_token&refresh_token=x',
  );
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.text)).toMatchObject({ error_codes: [9002313] });
});

test('a connection that shall drop is dropped', async () => {
  await ask(
    'https://control.simulated.invalid/control/faults',
    { method: 'POST' },
    '{"url":"graph.microsoft.com","drop":true}',
  );
  await expect(ask('https://graph.microsoft.com/v1.0/me')).rejects.toThrow(/socket hang up/);
  expect((await ask('https://graph.microsoft.com/v1.0/me')).status).toBe(401);
});

test('the certificate is taken away when the server stops', async () => {
  const other = await startTenant({ port: 0 });
  expect(existsSync(other.certificatePath)).toBe(true);
  await other.stop();
  expect(existsSync(other.certificatePath)).toBe(false);
});
