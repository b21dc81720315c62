import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  askForToken,
  hosts,
  redeem,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';

const tenantId = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';

async function metadata(segment: string, origin = hosts.login) {
  const { tenant } = await testTenant();
  const response = await tenant.fetch(
    new Request(`${origin}/${segment}/v2.0/.well-known/openid-configuration`),
  );
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

test('the metadata has the members that Entra sends and no others', async () => {
  const { body, headers } = await metadata('common');
  expect(Object.keys(body).sort()).toEqual([
    'authorization_endpoint',
    'claims_supported',
    'cloud_graph_host_name',
    'cloud_instance_name',
    'device_authorization_endpoint',
    'end_session_endpoint',
    'frontchannel_logout_supported',
    'http_logout_supported',
    'id_token_signing_alg_values_supported',
    'issuer',
    'jwks_uri',
    'kerberos_endpoint',
    'msgraph_host',
    'rbac_url',
    'request_uri_parameter_supported',
    'response_modes_supported',
    'response_types_supported',
    'scopes_supported',
    'subject_types_supported',
    'tenant_region_scope',
    'token_endpoint',
    'token_endpoint_auth_methods_supported',
    'userinfo_endpoint',
  ]);
  expect(headers.get('cache-control')).toBe('max-age=86400, private');
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test.each([
  ['common', '{tenantid}', 'common'],
  ['organizations', '{tenantid}', 'organizations'],
  ['consumers', consumers, 'consumers'],
  [tenantId, tenantId, tenantId],
  ['northlight.example', tenantId, tenantId],
])('the issuer of %s names %s', async (segment, issuer, inPath) => {
  const { body } = await metadata(segment);
  expect(body['issuer']).toBe(`${hosts.login}/${issuer}/v2.0`);
  expect(body['token_endpoint']).toBe(`${hosts.login}/${inPath}/oauth2/v2.0/token`);
});

test('a tenant that does not exist is refused by number, here as invalid_tenant and elsewhere as invalid_request', async () => {
  const { status, body } = await metadata('nobody.example');
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
  const { tenant } = await testTenant();
  const token = await askForToken(
    tenant,
    { grant_type: 'refresh_token', refresh_token: 'x' },
    { segment: 'nobody.example' },
  );
  expect(token.body).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
});

test.each(['nosuch', '{tenantid}', 'undefined'])('%s is no name of a tenant', async (segment) => {
  const { status, body } = await metadata(segment);
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid_request', error_codes: [900023] });
});

test('keys of work accounts have a templated issuer, that of personal accounts a concrete one', async () => {
  const { tenant } = await testTenant();
  const response = await tenant.fetch(new Request(`${hosts.login}/common/discovery/v2.0/keys`));
  const { keys } = (await response.json()) as { keys: Record<string, string>[] };
  const template = `${hosts.login}/{tenantid}/v2.0`;
  expect(keys.map(({ issuer }) => issuer)).toEqual([
    template,
    template,
    `${hosts.login}/${consumers}/v2.0`,
  ]);
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(3);
  for (const key of keys) {
    expect(Object.keys(key).sort()).toEqual('e issuer kid kty n use x5c x5t'.split(' '));
    const certificate = new X509Certificate(Buffer.from(String(key['x5c']), 'base64'));
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.export({ format: 'jwk' })).toMatchObject({
      n: key['n'],
      e: key['e'],
    });
    const thumbprint = Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex');
    expect(key['x5t']).toBe(thumbprint.toString('base64url'));
  }
});

test('a preflight to the token endpoint is answered', async () => {
  const { tenant } = await testTenant();
  const response = await tenant.fetch(
    new Request(`${hosts.login}/common/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-client-sku',
      },
    }),
  );
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe('x-client-sku');
});

test('a host that is not the tenant’s is not answered', async () => {
  const { tenant } = await testTenant();
  const response = await tenant.fetch(new Request('https://elsewhere.example/v1.0/me'));
  expect(response.status).toBe(404);
});

test('a client that knows of several clouds is told which one it came to', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  const { answer } = await signIn(browser, { instance_aware: 'true', client_info: '1' });
  expect(Object.fromEntries(answer)).toMatchObject({
    cloud_instance_name: 'microsoftonline.com',
    cloud_instance_host_name: 'login.microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    state: 'the-state',
  });
});

test('a token names its key as its version does: once in 2.0, twice in 1.0', async () => {
  const { tenant } = await testTenant();
  const { answer } = await signIn(new TestBrowser(tenant), { scope: 'openid User.Read' });
  const { body } = await redeem(tenant, answer.get('code'));
  const members = (token: unknown) =>
    Object.keys(
      JSON.parse(Buffer.from(String(token).split('.')[0] ?? '', 'base64url').toString()) as object,
    );
  expect(members(body['id_token'])).toEqual(['typ', 'alg', 'kid']);
  expect(members(body['access_token'])).toEqual(['typ', 'alg', 'x5t', 'kid', 'nonce']);
});
