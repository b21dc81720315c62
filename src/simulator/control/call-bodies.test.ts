import { expect, test } from 'vitest';
import { adele, clientId } from '#simulator/browser.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';
import { application, certificate, company, nightly } from '#simulator/entra/provoke.test-kit.ts';
import { controlOrigin } from './steered.ts';

const rule = { when: 'everything', require: 'mfa' };

test.each([
  ['revoke', { user: adele, refreshToken: true }, 'takes user, refreshTokens, but no refreshToken'],
  ['revoke', { user: adele, refreshTokens: 'yes' }, 'refreshTokens is true or false'],
  ['revoke', { refreshTokens: true }, 'names a user'],
  ['revoke', null, 'in an object'],
  ['password', [], 'in an object'],
  ['expire', { refreshToken: true }, 'but no refreshToken'],
  ['keys', { generation: 2 }, 'keys takes nothing'],
  ['network', { latncy: 5 }, 'but no latncy'],
  ['network', { offline: 'yes' }, 'true or false'],
  ['throttle', { retryafter: 5 }, 'but no retryafter'],
  ['throttle', { times: 'twice' }, 'a whole number'],
  ['world', { sead: 1 }, 'but no sead'],
  ['clock', { advance: 1e300 }, 'a hundred years'],
  ['faults', { url: '/me', statusCode: 500 }, 'but no statusCode'],
  ['faults', { url: '/me' }, 'one of status, aadsts, delay and drop'],
  ['faults', { url: '/me', aadsts: 12345 }, '50058'],
  ['faults', { url: '/me', status: 500, times: 'two' }, 'a whole number'],
  ['faults', { url: '/me', status: 500, headers: { 'a b': 'c' } }, 'headers'],
  ['policies', [], 'The policies are userConsent'],
  ['policies', { accessTokenLifetime: -5 }, 'a whole number of seconds'],
  ['policies', { conditionalAccess: [null] }, 'in an object'],
  ['policies', { conditionalAccess: [{ ...rule, when: 'Mail.Raed' }] }, 'a permission'],
  ['policies', { conditionalAccess: [{ ...rule, whithin: 5 }] }, 'but no whithin'],
  ['policies', { conditionalAccess: [{ ...rule, require: 'recent-sign-in' }] }, 'within'],
  ['policies', { stepUp: [{ url: '/me', context: 'mfa' }] }, 'c1 to c99'],
  ['services', null, 'in an object'],
  ['applications', { redirectUri: 'http://localhost/' }, 'but no redirectUri'],
  ['applications', { redirectUris: ['http://localhost/'] }, '{ uri, type: spa | web | native }'],
  ['applications', { clientId: 'my-app' }, 'a GUID'],
  ['applications', { tenantId: 'my-tenant' }, company],
  ['applications', { certificates: 'x' }, 'a list'],
  ['grants', { clientId, user: adele }, 'names a scope'],
  ['grants', { clientId, tenantId: 'my-tenant', scope: 'Mail.Read' }, company],
  ['mail', { user: adele, count: 'some' }, 'a whole number'],
  ['mail', { user: adele, subjct: 'Hello' }, 'but no subjct'],
  ['mail', { user: adele, folder: 'nowhere' }, 'malformed'],
  ['scenario', { faults: [{}] }, 'needs a url'],
  ['scenario', { people: { [adele]: { difficulty: 'tired' } } }, 'disabled'],
  ['scenario', { applications: [{}] }, 'clientId'],
])('%s refuses what it does not take: %j', async (what, body, words) => {
  const { tenant, ask } = await steeredTenant();
  const before = await ask('scenario');
  const answer = await tenant.fetch(
    new Request(`${controlOrigin}/control/${what}`, { method: 'POST', body: JSON.stringify(body) }),
  );
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)]);
  expect(await ask('scenario')).toEqual(before);
});

test('calls that need nothing said are taken without a body', async () => {
  const { call } = await steeredTenant();
  for (const what of ['expire', 'keys', 'reset'])
    expect((await call('POST', what)).status).toBe(204);
});

test('a client id is the same in capitals', async () => {
  const { call } = await steeredTenant();
  const grant = { clientId: clientId.toUpperCase(), user: adele };
  expect((await call('POST', 'grants', { ...grant, scope: 'Mail.Read' })).status).toBe(204);
  expect((await call('DELETE', 'grants', grant)).status).toBe(204);
});

test('a scenario keeps the certificate of an application, and takes one as PEM', async () => {
  const world = await steeredTenant();
  expect(await application({})(world)).toMatchObject({ status: 200 });
  const scenario = await world.ask<object>('scenario');
  const other = await steeredTenant();
  const isProven = async () => {
    // As before, but for the certificate: nobody registers it once more.
    const asked = await application({})({ ...other, tell: () => other.call('GET', 'state') });
    return asked.status;
  };
  expect(await isProven()).toBe(401);
  expect((await other.tell('scenario', scenario)).status).toBe(204);
  expect(await other.ask('scenario')).toEqual(scenario);
  expect(await isProven()).toBe(200);
  const applications = [{ clientId: nightly, certificates: [certificate.pem] }];
  expect((await other.tell('scenario', { applications })).status).toBe(204);
  expect(await isProven()).toBe(200);
});
