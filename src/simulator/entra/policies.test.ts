import { expect, test } from 'vitest';
import {
  adele,
  askForToken,
  authorizeUrl,
  claimsOf,
  clientId,
  hosts,
  redeem,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';
import { allPermissions } from '#contract/permission-facts/all-permissions.ts';
import { isFor } from '#simulator/entra/consent-policy.ts';
import { knownResources } from '#simulator/entra/resources.ts';
import { steeredTenant, tokensOf } from '#simulator/steered.test-kit.ts';

const mail = { scope: 'openid offline_access User.Read Mail.Read' };
const administrator = 'ingrid@northlight.example';
const cp1 = '{"access_token":{"xms_cc":{"values":["cp1"]}}}';

test.each([
  ['legacy', 'Mail.Read', 'Permissions requested'],
  ['recommended', 'Mail.Read', 'Need admin approval'],
  ['recommended', 'Contacts.Read', 'Permissions requested'],
  ['low', 'Contacts.Read', 'Need admin approval'],
  ['low', 'User.Read', 'Permissions requested'],
  ['none', 'User.Read', 'Need admin approval'],
  ['legacy', 'ServiceHealth.Read.All', 'Need admin approval'],
])('with user consent %s, %s leads to "%s"', async (userConsent, scope, heading) => {
  const { browser, tell } = await steeredTenant();
  await tell('policies', { userConsent });
  await browser.open(await authorizeUrl({ scope }));
  expect((await browser.choose(adele)).heading).toBe(heading);
});

test('where `User.Read` was granted, nobody is asked for the scopes of OpenID Connect besides', async () => {
  const { tenant } = await testTenant({ forEverybody: { [hosts.graph]: ['User.Read'] } });
  const browser = new TestBrowser(tenant);
  await browser.open(await authorizeUrl({ scope: 'openid email offline_access User.Read' }));
  const { answer } = await browser.choose(adele);
  const { body } = await redeem(tenant, answer.get('code'));
  expect(body).toMatchObject({ scope: 'email openid User.Read', id_token: expect.any(String) });
  expect(body['refresh_token']).toEqual(expect.any(String));
});

test('who may not consent goes back with 90094, and an administrator may go on instead', async () => {
  const { browser, tell } = await steeredTenant();
  await tell('policies', { userConsent: 'recommended' });
  await browser.open(await authorizeUrl(mail));
  await browser.choose(adele);
  const { answer } = await browser.press({ cancel: '1' });
  expect(answer.get('error')).toBe('access_denied');
  expect(answer.get('error_subcode')).toBe('cancel');
  expect(answer.get('error_description')).toContain('AADSTS90094');
  await browser.open(await authorizeUrl(mail));
  expect((await browser.press({ other: '1' })).heading).toBe('Pick an account');
  const page = await browser.choose(administrator);
  expect(page.html).toMatch(/Consent on behalf of your\s+organization/);
  await browser.press({ accept: '1', everybody: '1' });
  const again = await browser.open(await authorizeUrl({ ...mail, login_hint: adele }));
  expect(again.answer.has('code')).toBe(true);
});

test('with the workflow a person asks, an administrator answers, and the next time it works', async () => {
  const { browser, tell, ask } = await steeredTenant();
  await tell('preset', { name: 'admin-must-approve' });
  await browser.open(await authorizeUrl(mail));
  expect((await browser.choose(adele)).heading).toBe('Approval required');
  expect((await browser.press({ request: '1', reason: 'For work' })).heading).toBe('Request sent');
  const { answer } = await browser.press({ cancel: '1' });
  expect(answer.get('error_description')).toContain('AADSTS90095');
  const { approvalRequests } = await ask<{ approvalRequests: { id: string; reason: string }[] }>(
    'state',
  );
  expect(approvalRequests[0]?.reason).toBe('For work');
  expect((await tell('approve', { id: approvalRequests[0]?.id })).status).toBe(204);
  expect((await browser.open(await authorizeUrl(mail))).answer.has('code')).toBe(true);
});

test('a form of the approval page cannot give the consent that it is about', async () => {
  const { browser, tell } = await steeredTenant();
  await tell('policies', { userConsent: 'none' });
  await browser.open(await authorizeUrl(mail));
  const { html } = await browser.choose(adele);
  const flow = /name="flow" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await browser.send('/common/consent', { flow, accept: '1' })).answer.has('code')).toBe(
    false,
  );
});

test.each([
  ['mfa', 50076, 'basic_action'],
  ['compliant-device', 53000, 'additional_action'],
  ['block', 53003, 'message_only'],
])('Conditional Access %s: refreshing says %s %s', async (require, code, suberror) => {
  const { tenant, browser, tell } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser, mail);
  await tell('policies', { conditionalAccess: [{ when: 'Mail.Read', require }] });
  const refresh = (scope: string) =>
    askForToken(tenant, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      scope,
    });
  expect((await refresh('User.Read')).status).toBe(200);
  const refused = await refresh('Mail.Read');
  expect(refused.body).toMatchObject({ error: 'invalid_grant', error_codes: [code], suberror });
  expect(refused.body['claims'] !== undefined).toBe(require === 'mfa');
  const view = await browser.open(await authorizeUrl(mail));
  expect(view.target).toBeUndefined();
});

test('sign-in frequency: the token endpoint says 70043, the page asks for the password', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser);
  const rule = { when: 'everything', require: 'recent-sign-in', within: 3600 };
  await tell('policies', { conditionalAccess: [rule] });
  await tell('clock', { advance: 3700 });
  const refused = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
    scope: 'User.Read',
  });
  expect(refused.body['error_codes']).toEqual([70043]);
  const silent = await browser.open(await authorizeUrl({ prompt: 'none' }));
  expect(silent.answer.get('error_description')).toContain('AADSTS70044');
  expect((await browser.open(await authorizeUrl())).heading).toBe('Enter password');
  expect((await browser.press({ signin: '1' })).answer.has('code')).toBe(true);
});

test('an API that wants an authentication context challenges, and a second factor satisfies it', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  await tell('policies', { stepUp: [{ url: '/v1.0/me', context: 'c1' }] });
  const { body } = await tokensOf(tenant, browser, { claims: cp1 });
  const me = (token: unknown) =>
    tenant.fetch(
      new Request(`${hosts.graph}/v1.0/me`, {
        headers: { authorization: `Bearer ${String(token)}` },
      }),
    );
  const challenge = (await me(body['access_token'])).headers.get('www-authenticate') ?? '';
  // The token was not called back, and the challenge does not say so.
  expect(challenge).toContain('cc_type="authcontext"');
  expect(challenge).not.toContain('TokenIssuedBeforeRevocationTimestamp');
  const claims = atob(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '');
  expect(JSON.parse(claims)).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } });
  expect((await browser.open(await authorizeUrl({ claims }))).heading).toBe(
    'Approve sign in request',
  );
  const { answer } = await browser.press({ approve: '1' });
  const stronger = await redeem(tenant, answer.get('code'), { claims });
  expect(claimsOf(stronger.body['access_token'])['acrs']).toEqual(['c1']);
  expect((await me(stronger.body['access_token'])).status).toBe(200);
});

test('token lifetime, CAE and the refresh token’s end are what the policies say', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  await tell('policies', { accessTokenLifetime: 30, refreshTokenLifetime: 600 });
  const { body } = await tokensOf(tenant, browser, { claims: cp1 });
  expect(body).toMatchObject({ expires_in: 30, refresh_token_expires_in: 599 });
  await tell('policies', { accessTokenLifetime: 0, continuousAccess: false });
  const refresh = () =>
    askForToken(tenant, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      scope: 'User.Read',
      claims: cp1,
    });
  const short = (await refresh()).body;
  expect(short['expires_in']).toBeLessThanOrEqual(5399);
  expect(claimsOf(short['access_token'])).not.toHaveProperty('xms_cc');
  await tell('clock', { advance: 700 });
  const over = (await refresh()).body;
  expect(over['error_codes']).toEqual([700084]);
  expect(over['error_description']).toContain('lifetime of 00:10:00');
});

test('the same refresh sixteen times in five minutes is a loop', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser);
  const refresh = async () =>
    (
      await askForToken(tenant, {
        grant_type: 'refresh_token',
        refresh_token: String(body['refresh_token']),
        scope: 'User.Read',
      })
    ).body;
  for (let count = 0; count < 15; count += 1) expect(await refresh()).not.toHaveProperty('error');
  expect((await refresh())['error_codes']).toEqual([50196]);
  await tell('clock', { advance: 301 });
  expect(await refresh()).not.toHaveProperty('error');
});

test('a grant can be taken back, and the next token is refused for want of consent', async () => {
  const { tenant, browser, call } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser);
  expect((await call('DELETE', 'grants', { clientId, user: adele })).status).toBe(204);
  expect((await call('DELETE', 'grants', { clientId, user: adele })).status).toBe(404);
  const refused = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
    scope: 'User.Read',
  });
  expect(refused.body).toMatchObject({ error_codes: [65001], suberror: 'consent_required' });
  expect((await signIn(browser)).answer.has('code')).toBe(true);
});

test.each([
  ['joined-device', 53001, 'invalid_grant'],
  ['mfa-registration', 50079, 'invalid_grant'],
])('a policy that wants %s refuses a renewal with %d', async (require, code, error) => {
  const { tenant, browser, tell } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser);
  await tell('policies', { conditionalAccess: [{ when: 'everything', require }] });
  const refused = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
  });
  expect(refused.body).toMatchObject({ error, error_codes: [code] });
});

test('a second factor grows old where the policy says so, and is shown again', async () => {
  const { browser, tell } = await steeredTenant();
  await tell('policies', {
    conditionalAccess: [{ when: 'everything', require: 'mfa', within: 600 }],
  });
  await browser.open(await authorizeUrl());
  expect((await browser.choose(adele)).heading).toBe('Approve sign in request');
  expect((await browser.press({ approve: '1' })).heading).toBe('Permissions requested');
  await browser.press({ accept: '1' });
  await tell('clock', { advance: 601 });
  const silent = await browser.open(await authorizeUrl({ prompt: 'none' }));
  expect(silent.answer.get('error_description')).toContain('AADSTS50078');
  expect((await browser.open(await authorizeUrl())).heading).toBe('Approve sign in request');
});

test('an application without any reply address is told so on a page', async () => {
  const { browser } = await steeredTenant();
  const view = await browser.open(
    await authorizeUrl({ client_id: '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2' }, 'northlight.example'),
  );
  expect(view.html).toContain('AADSTS500113');
  expect(view.target).toBeUndefined();
});

test('what opens nothing for a personal account is passed over: no page names it, no token has it', async () => {
  const { tenant, browser } = await steeredTenant();
  const scope = 'openid User.Read ServiceHealth.Read.All';
  await browser.open(await authorizeUrl({ scope }));
  const page = await browser.choose('robin.castellane@outlook.example');
  expect(page.heading).toBe('Permissions requested');
  expect(page.html).toContain('Sign you in and read your profile');
  expect(page.html).not.toContain('service health');
  const { answer } = await browser.press({ accept: '1' });
  const { body } = await redeem(tenant, answer.get('code'), { scope });
  expect(String(body['scope'])).toContain('User.Read');
  expect(String(body['scope'])).not.toContain('ServiceHealth');
});

test('which of Graph’s permissions are for personal accounts is as Microsoft’s lists have it', () => {
  const { permissions, grants } = allPermissions;
  const [graph] = knownResources(hosts);
  if (!graph) throw new Error('There is no Graph.');
  const names = Object.keys(graph.scopes).filter((name) =>
    permissions.some((fact) => fact.name === name),
  );
  const listed = names.filter((name) => {
    const at = permissions.findIndex((fact) => fact.name === name);
    const fact = permissions[at];
    const opensSomething = grants.some(({ personal }) => personal?.includes(at));
    return (
      fact?.schemes.includes('personal') && (opensSomething || !fact.admin.includes('personal'))
    );
  });
  const taken = names.filter((name) =>
    isFor({ isPersonal: true }, { resource: graph, prefix: '', name }),
  );
  expect(taken).toEqual(listed);
});
