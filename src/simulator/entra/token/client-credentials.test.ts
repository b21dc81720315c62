import { createHash, X509Certificate } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { beforeAll, expect, test } from 'vitest';
import {
  askForToken,
  authorizeUrl,
  claimsOf,
  hosts,
  redeem,
  signIn,
  verifier,
} from '#simulator/browser.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';

const client = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';
const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const scope = `${hosts.management}/.default`;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
let pem = '';
let der: Uint8Array;
let privateKey = '';

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'nightly' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  pem = made.cert;
  privateKey = made.private;
  der = new X509Certificate(pem).raw;
});

const thumbprint = (hash: string) => createHash(hash).update(der).digest('base64url');

async function assertion(
  changes: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, string>> = {},
) {
  const alg = header['alg'] ?? 'PS256';
  const now = Math.floor(Date.now() / 1000);
  const key = await importPKCS8(privateKey, alg);
  const claims = {
    aud: `${hosts.login}/${company}/oauth2/v2.0/token`,
    iss: client,
    sub: client,
    jti: crypto.randomUUID(),
    nbf: now,
    exp: now + 300,
    ...changes,
  };
  const known =
    alg === 'RS256' ? { x5t: thumbprint('sha1') } : { 'x5t#S256': thumbprint('sha256') };
  return new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT', ...known, ...header }).sign(key);
}

async function registered() {
  const steered = await steeredTenant();
  const answer = await steered.tell('certificates', { clientId: client, certificate: pem });
  expect(await answer.json()).toEqual({
    x5t: thumbprint('sha1'),
    'x5t#S256': thumbprint('sha256'),
  });
  const ask = async (fields: Record<string, string | undefined> = {}, segment = company) =>
    askForToken(
      steered.tenant,
      {
        client_id: client,
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion: await assertion(),
        scope,
        ...fields,
      },
      { segment, origin: null },
    );
  return { ...steered, ask };
}

test.each([['PS256'], ['RS256']])(
  'an assertion signed with %s gets a token with roles',
  async (alg) => {
    const { ask } = await registered();
    const { status, body } = await ask({ client_assertion: await assertion({}, { alg }) });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('refresh_token');
    expect(claimsOf(body['access_token'])).toMatchObject({
      aud: hosts.management,
      appid: client,
      idtyp: 'app',
      tid: company,
      roles: ['ActivityFeed.Read', 'ServiceHealth.Read'],
    });
  },
);

test('a token says what the application proved itself with, whatever else it could have', async () => {
  const { ask, tell } = await registered();
  await tell('applications', { clientId: client, secret: 'one of two' });
  const bySecret = { client_assertion: undefined, client_assertion_type: undefined };
  const tokens = [await ask(), await ask({ ...bySecret, client_secret: 'one of two' })];
  expect(tokens.map(({ body }) => claimsOf(body['access_token'])['appidacr'])).toEqual(['2', '1']);
});

test.each(['base64', 'base64url'] as const)(
  'a thumbprint as MSAL for Python and ADAL write it, %s with padding, names the certificate',
  async (form) => {
    const { ask } = await registered();
    const bytes = createHash('sha1').update(der).digest(form);
    const x5t = bytes.padEnd(28, '=');
    const header = { alg: 'RS256', x5t };
    const { status } = await ask({ client_assertion: await assertion({}, header) });
    expect([x5t, status]).toEqual([x5t, 200]);
  },
);

test('an assertion for the tenant’s id is good at the path of its domain, too', async () => {
  const { ask } = await registered();
  const domain = 'northlight.example';
  const aud = `${hosts.login}/${domain}/oauth2/v2.0/token`;
  expect((await ask({}, domain)).status).toBe(200);
  expect((await ask({ client_assertion: await assertion({ aud }) }, domain)).status).toBe(200);
  const other = `${hosts.login}/harbourline.example/oauth2/v2.0/token`;
  const refused = await ask({ client_assertion: await assertion({ aud: other }) });
  expect(refused.body['error_codes']).toEqual([700023]);
});

const past = { nbf: 1_600_000_000, exp: 1_600_000_300 };

test.each([
  ['for another audience', { aud: 'https://elsewhere.example' }, 700023],
  ['of the past', past, 700024],
  ['without a jti', { jti: undefined }, 50027],
  ['of another issuer', { iss: 'somebody' }, 700021],
  ['about another subject', { sub: 'somebody' }, 700021],
])('an assertion %s is refused', async (_, changes, code) => {
  const { ask } = await registered();
  const { status, body } = await ask({ client_assertion: await assertion(changes) });
  expect(status).toBe(401);
  expect(body).toMatchObject({ error: 'invalid_client', error_codes: [code] });
});

test('an assertion that was changed, or signed by a key nobody registered, is refused', async () => {
  const { ask } = await registered();
  const [head, , signature] = (await assertion()).split('.');
  const other = (await assertion({ jti: 'other' })).split('.')[1];
  const changed = await ask({ client_assertion: `${head}.${other}.${signature}` });
  expect(changed.body['error_codes']).toEqual([700027]);
  const unknown = await ask({
    client_assertion: await assertion({}, { 'x5t#S256': 'AAAA', x5t: 'AAAA' }),
  });
  expect(unknown.body['error_codes']).toEqual([700027]);
  expect((await ask({ client_assertion: 'x.y' })).body['error_codes']).toEqual([50027]);
});

test.each([
  ['no credential', { client_assertion: undefined, client_assertion_type: undefined }, 7000218],
  ['a wrong secret', { client_assertion: undefined, client_secret: 'x' }, 7000215],
  ['a named scope', { scope: `${hosts.management}/ActivityFeed.Read` }, 1002012],
  ['no scope', { scope: undefined }, 900144],
])('%s is refused', async (_, fields, code) => {
  const { ask } = await registered();
  expect((await ask(fields)).body['error_codes']).toEqual([code]);
});

test('its object is the one that the directory of that tenant lists for the application', async () => {
  const { ask, browser, tenant } = await registered();
  const { oid, sub } = claimsOf((await ask()).body['access_token']);
  expect(sub).toBe(oid);
  const { answer: signedIn } = await signIn(
    browser,
    { scope: 'openid Application.Read.All' },
    'ingrid@northlight.example',
  );
  const { body } = await redeem(tenant, signedIn.get('code'));
  const answer = await tenant.fetch(
    new Request(`${hosts.graph}/v1.0/servicePrincipals(appId='${client}')?$select=id`, {
      headers: { authorization: `Bearer ${String(body['access_token'])}` },
    }),
  );
  expect(await answer.json()).toMatchObject({ id: oid });
});

test('no tenant is named by /common, and a page may not ask', async () => {
  const { ask, tenant } = await registered();
  expect((await ask({}, 'common')).body['error_codes']).toEqual([50059]);
  const fromPage = await askForToken(
    tenant,
    { client_id: client, grant_type: 'client_credentials', scope },
    { segment: company },
  );
  expect(fromPage.body['error_codes']).toEqual([9002326]);
});

test('the older endpoint is told a resource', async () => {
  const { tenant } = await registered();
  const body = new URLSearchParams({
    client_id: client,
    grant_type: 'client_credentials',
    resource: hosts.management,
    client_assertion_type: assertionType,
    client_assertion: await assertion({ aud: `https://login.windows.net/${company}/oauth2/token` }),
  });
  const url = `https://login.windows.net/${company}/oauth2/token`;
  const answer = await tenant.fetch(new Request(url, { method: 'POST', body }));
  expect(await answer.json()).toMatchObject({ token_type: 'Bearer', resource: hosts.management });
});

test('a code of a web address wants a secret and no Origin', async () => {
  const { tenant, browser } = await steeredTenant();
  const lens = 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293';
  const address = 'https://lens.northlight.example/signed-in';
  await browser.open(await authorizeUrl({ client_id: lens, redirect_uri: address }, company));
  await browser.choose('adele@northlight.example');
  const { answer } = await browser.press({ accept: '1' });
  const fields = {
    client_id: lens,
    grant_type: 'authorization_code',
    code: answer.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: address,
  };
  const ask = (more: object, origin: string | null) =>
    askForToken(tenant, { ...fields, ...more }, { segment: company, origin });
  const secret = { client_secret: 'simulated-secret-of-the-lens-catalogue' };
  expect((await ask(secret, 'http://localhost:1')).body['error_codes']).toEqual([9002326]);
  expect((await ask({}, null)).body['error_codes']).toEqual([7000218]);
  const { body } = await ask(secret, null);
  expect(claimsOf(body['access_token'])).toMatchObject({ appid: lens, appidacr: '1' });
});

test('a secret in the header names the application, too (client_secret_basic)', async () => {
  const { tenant, browser } = await steeredTenant();
  const lens = 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293';
  const address = 'https://lens.northlight.example/signed-in';
  await browser.open(await authorizeUrl({ client_id: lens, redirect_uri: address }, company));
  await browser.choose('adele@northlight.example');
  const { answer } = await browser.press({ accept: '1' });
  const ask = async (secret: string) => {
    const response = await tenant.fetch(
      new Request(`${hosts.login}/${company}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${lens}:${secret}`)}` },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: answer.get('code') ?? '',
          code_verifier: verifier,
          redirect_uri: address,
        }),
      }),
    );
    return (await response.json()) as Record<string, unknown>;
  };
  expect((await ask('100% wrong'))['error_codes']).toEqual([7000215]);
  expect(await ask('simulated-secret-of-the-lens-catalogue')).toHaveProperty('access_token');
});

test('a web application proves itself with a signed assertion instead of a secret (private_key_jwt)', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  const lens = 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293';
  const address = 'https://lens.northlight.example/signed-in';
  await tell('certificates', { clientId: lens, certificate: pem });
  await browser.open(await authorizeUrl({ client_id: lens, redirect_uri: address }, company));
  await browser.choose('adele@northlight.example');
  const { answer } = await browser.press({ accept: '1' });
  const ask = async (issuer: string) =>
    askForToken(
      tenant,
      {
        client_id: lens,
        grant_type: 'authorization_code',
        code: answer.get('code') ?? '',
        code_verifier: verifier,
        redirect_uri: address,
        client_assertion_type: assertionType,
        client_assertion: await assertion({ iss: issuer, sub: issuer }),
      },
      { segment: company, origin: null },
    );
  expect((await ask(client)).body['error_codes']).toEqual([700021]);
  expect((await ask(lens)).status).toBe(200);
});

test('an assertion may be sent again while it holds, as clients do that keep one', async () => {
  const { ask } = await registered();
  const kept = { client_assertion: await assertion() };
  expect((await ask(kept)).status).toBe(200);
  expect((await ask(kept)).status).toBe(200);
});
