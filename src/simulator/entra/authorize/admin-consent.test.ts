import { expect, test } from 'vitest';
import {
  adele,
  clientId,
  hosts,
  redeem,
  redirectUri,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';
import { people } from '#simulator/seed/people.ts';

const administrator = people.find((person) => person.isAdministrator);
if (!administrator) throw new Error('the company has an administrator');
const { userPrincipalName, tenantId } = administrator;

function adminConsentUrl(changes: Readonly<Record<string, string>> = {}, segment = tenantId) {
  const url = new URL(`${hosts.login}/${segment}/v2.0/adminconsent`);
  const parameters = {
    client_id: clientId,
    scope: 'ServiceHealth.Read.All',
    redirect_uri: redirectUri,
    state: 'the-state',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

test('an administrator agrees for everybody, and the answer comes in the query', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  await browser.open(adminConsentUrl());
  const page = await browser.choose(userPrincipalName);
  expect(page.heading).toBe('Permissions requested for your organization');
  expect(page.html).toContain('Read service health');
  const back = await browser.press({ accept: '1' });
  expect(back.target).toBe(redirectUri);
  expect(Object.fromEntries(back.answer)).toEqual({
    admin_consent: 'True',
    tenant: tenantId,
    scope: 'ServiceHealth.Read.All',
    state: 'the-state',
  });
  const { answer } = await signIn(new TestBrowser(tenant), { scope: 'openid User.Read' }, adele);
  const { body } = await redeem(tenant, answer.get('code'), { scope: 'openid User.Read' });
  expect(body['scope']).toContain('ServiceHealth.Read.All');
  expect(body['scope']).toContain('User.Read');
});

test('who is no administrator is refused in the words of Entra', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  await browser.open(adminConsentUrl({}, 'organizations'));
  const { answer } = await browser.choose(adele);
  expect(answer.get('admin_consent')).toBe('True');
  expect(answer.get('error')).toBe('access_denied');
  expect(answer.get('error_description')).toContain('AADSTS90094');
  expect(answer.has('tenant')).toBe(false);
});

test('a refusal is told with admin_consent=True all the same, and nothing is granted', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  await browser.open(adminConsentUrl());
  await browser.choose(userPrincipalName);
  const { answer } = await browser.press({ cancel: '1' });
  expect(answer.get('admin_consent')).toBe('True');
  expect(answer.get('error')).toBe('consent_required');
  expect(answer.get('state')).toBe('the-state');
  const signedIn = await signIn(new TestBrowser(tenant));
  const { body } = await redeem(tenant, signedIn.answer.get('code'));
  expect(body['scope']).not.toContain('ServiceHealth.Read.All');
});

test.each([
  ['common', {}, 'AADSTS50059'],
  [tenantId, { redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
  [tenantId, { client_id: 'ab9c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12' }, 'AADSTS700016'],
  [tenantId, { scope: '' }, 'AADSTS900144'],
])(
  'a wrong request is told on a page and never redirected (%s %o)',
  async (segment, changes, code) => {
    const { tenant } = await testTenant();
    const page = await new TestBrowser(tenant).open(adminConsentUrl(changes, segment));
    expect(page.target).toBeUndefined();
    expect(page.html).toContain(code);
  },
);

test('the form of an ordinary sign-in cannot be sent as an administrator’s consent', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  await browser.open(adminConsentUrl());
  const page = await browser.choose(userPrincipalName);
  const flow = /name="flow" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const refused = await browser.send(`/${tenantId}/consent`, { flow, accept: '1' });
  expect(refused.html).toContain('AADSTS165000');
});

test('the address that portals hand out names no way back: it is the registration’s first, from the older path only', async () => {
  const { tenant } = await testTenant();
  const browser = new TestBrowser(tenant);
  await signIn(browser, {}, userPrincipalName);
  const url = `${hosts.login}/${tenantId}/adminconsent?client_id=${clientId}`;
  const { html } = await browser.open(url);
  expect(html).toMatch(/signed in/);
  await browser.choose(userPrincipalName);
  const back = await browser.press({ accept: '1' });
  expect(back.target).toBe('http://localhost/auth/callback/global');
  expect(back.answer.get('tenant')).toBe(tenantId);
  const today = await browser.open(url.replace('/adminconsent', '/v2.0/adminconsent'));
  expect(today.html).toContain('AADSTS900144');
});
