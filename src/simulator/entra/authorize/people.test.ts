import { expect, test } from 'vitest';
import {
  adele,
  askForToken,
  authorizeUrl,
  claimsOf,
  hosts,
  redeem,
  signIn,
} from '#simulator/browser.test-kit.ts';
import { steeredTenant, tokensOf } from '#simulator/steered.test-kit.ts';

const company = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const none = { prompt: 'none' };

test.each([
  ['oskar@northlight.example', 50057],
  ['callum@northlight.example', 50105],
])('%s is told AADSTS%s on a page, and silently by interaction_required', async (name, code) => {
  const { browser } = await steeredTenant();
  const view = await signIn(browser, {}, name);
  expect(view.html).toContain(`AADSTS${code}:`);
  expect(view.target).toBeUndefined();
  const { answer } = await browser.open(await authorizeUrl({ ...none, login_hint: name }));
  expect(answer.get('error')).toBe('interaction_required');
  expect(answer.get('error_description')).toContain(`AADSTS${code}:`);
});

test('the account page says in two words what is particular about a person', async () => {
  const { browser } = await steeredTenant();
  const { html } = await browser.open(await authorizeUrl());
  const noted = (name: string) =>
    [
      ...(html.split('class="person"').find((each) => each.includes(name)) ?? '').matchAll(
        /class="note">([^<]+)/g,
      ),
    ].map(([, note]) => note);
  expect(noted('adele@')).toEqual([]);
  expect(noted('oona@')).toEqual(['100,000 messages']);
  expect(noted('tomas@')).toEqual(['no mailbox']);
  expect(noted('mateus@')).toEqual(['no licence']);
  expect(noted('ingrid@')).toEqual(['administrator']);
  expect(noted('oskar@')).toEqual(['disabled']);
});

test('an expired password is renewed on a page, and then all is well', async () => {
  const { browser } = await steeredTenant();
  await browser.open(await authorizeUrl());
  const page = await browser.choose('yara@northlight.example');
  expect(page.heading).toBe('Update your password');
  expect((await browser.press({ signin: '1' })).heading).toBe('Permissions requested');
  expect((await browser.press({ accept: '1' })).answer.has('code')).toBe(true);
});

test('a second factor is asked for, and the token says that it was shown', async () => {
  const { tenant, browser } = await steeredTenant();
  await browser.open(await authorizeUrl());
  const page = await browser.choose('priya@northlight.example');
  expect(page.heading).toBe('Approve sign in request');
  const silent = await browser.open(await authorizeUrl(none));
  expect(silent.answer.get('error')).toBe('interaction_required');
  expect(JSON.parse(silent.answer.get('claims') ?? '')).toHaveProperty('access_token.capolids');
  await browser.open(await authorizeUrl());
  await browser.press({ approve: '1' });
  const { answer } = await browser.press({ accept: '1' });
  const { body } = await redeem(tenant, answer.get('code'));
  expect(claimsOf(body['access_token'])['amr']).toEqual(['pwd', 'mfa']);
});

test('a name nobody has is told with 50034, and a known one asks for a password', async () => {
  const { browser } = await steeredTenant();
  await browser.open(await authorizeUrl());
  const wrong = await browser.press({ name: 'nobody@northlight.example' });
  expect(wrong.html).toContain('AADSTS50034');
  expect(wrong.html).toContain('value="nobody@northlight.example"');
  const right = await browser.press({ name: 'ADELE@northlight.example' });
  expect(right.heading).toBe('Enter password');
  expect((await browser.press({ password: '' })).heading).toBe('Permissions requested');
});

test('a guest is somebody else here than at home, and says where home is', async () => {
  const { tenant, browser } = await steeredTenant();
  const name = 'sofia@harbourline.example';
  await browser.open(await authorizeUrl({ client_info: '1' }, company));
  await browser.choose(name);
  const { answer } = await browser.press({ accept: '1' });
  const { body } = await redeem(tenant, answer.get('code'), {}, { segment: company });
  const claims = claimsOf(body['id_token']);
  expect(claims).toMatchObject({ tid: company, preferred_username: name });
  expect(claims['idp']).toContain('b83d5e17-2c46-4f0a-9be1-70c2d9a4f658');
  const info = Buffer.from(answer.get('client_info') ?? '', 'base64url').toString();
  expect(JSON.parse(info)).toMatchObject({ utid: 'b83d5e17-2c46-4f0a-9be1-70c2d9a4f658' });
  const home = await askForToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token: String(body['refresh_token']),
    scope: 'openid User.Read',
  });
  expect(home.body['error_codes']).toEqual([65001]);
});

test('who is no guest of a tenant is refused there: 50020 on a page, 16000 silently', async () => {
  const { browser } = await steeredTenant();
  await browser.open(await authorizeUrl({}, company));
  const view = await browser.press({ name: 'dmitri@harbourline.example' });
  expect(view.html).toContain('AADSTS50020:');
  await signIn(browser, {}, 'dmitri@harbourline.example');
  const hint = { ...none, login_hint: 'dmitri@harbourline.example' };
  const { answer } = await browser.open(await authorizeUrl(hint, company));
  expect(answer.get('error_description')).toContain('AADSTS16000');
});

test('a personal account gets an opaque token that Graph takes, and an id_token of the consumer key', async () => {
  const { tenant, browser } = await steeredTenant();
  const { answer } = await signIn(browser, {}, 'robin.castellane@outlook.example');
  const { body } = await redeem(tenant, answer.get('code'));
  expect(String(body['access_token']).split('.')).toHaveLength(1);
  expect(claimsOf(body['id_token'])['tid']).toBe('9188040d-6c67-4c5b-b112-36a304b66dad');
  const me = await tenant.fetch(
    new Request(`${hosts.graph}/v1.0/me`, {
      headers: { authorization: `Bearer ${String(body['access_token'])}` },
    }),
  );
  expect(me.status).toBe(200);
});

test.each([
  ['consumers', 'robin.castellane'],
  ['harbourline.example', 'dmitri@'],
  ['organizations', 'adele@'],
])('domain_hint=%s narrows who is offered', async (hint, name) => {
  const { browser } = await steeredTenant();
  const { html } = await browser.open(await authorizeUrl({ domain_hint: hint }));
  expect(html).toContain(name);
  expect(html.includes('robin.castellane')).toBe(hint === 'consumers');
});

test('prompt=login asks for a password, and prompt=create says that nobody makes accounts here', async () => {
  const { browser } = await steeredTenant();
  expect((await browser.open(await authorizeUrl({ prompt: 'create' }))).heading).toBe(
    'Create account',
  );
  await browser.open(await authorizeUrl({ prompt: 'login' }));
  expect((await browser.choose(adele)).heading).toBe('Enter password');
});

test('a sign-in older than max_age is asked for anew, and the id_token says when it was', async () => {
  const { browser, tenant, tell } = await steeredTenant();
  await signIn(browser);
  await tell('clock', { advance: 120 });
  const young = await browser.open(await authorizeUrl({ max_age: '300' }));
  const { body } = await redeem(tenant, young.answer.get('code'));
  const { auth_time: at, iat } = claimsOf(body['id_token']);
  expect(Number(iat) + 300 - Number(at)).toBeCloseTo(120, -1);
  expect((await browser.open(await authorizeUrl({ max_age: '60' }))).heading).toBe(
    'Pick an account',
  );
  const silent = await browser.open(await authorizeUrl({ ...none, max_age: '60' }));
  expect(silent.answer.get('error')).toBe('login_required');
  await browser.open(await authorizeUrl({ max_age: '0' }));
  expect((await browser.choose(adele)).answer.has('code')).toBe(true);
});

test.each([
  ['c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293', 'http://localhost/lens', 'common', 50194],
  ['c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293', 'http://localhost/lens', 'harbourline.example', 700016],
  ['71e4b8f0-2d95-4a6c-9e13-c80b5f6d7a24', 'http://localhost/shifts', 'consumers', 9002332],
  ['e6d13c57-08ba-4f92-a7d4-5b9c2e1f8063', 'http://localhost/pocket', 'common', 9002331],
  ['a8c05e91-3f7d-4b26-b1e8-6f2d9c04753e', 'http://localhost/timesheets', company, 7000112],
])('application %s at %s on /%s is refused with %s', async (client, uri, segment, code) => {
  const { browser } = await steeredTenant();
  const url = await authorizeUrl({ client_id: client, redirect_uri: uri }, segment);
  const { html, answer } = await browser.open(url);
  expect(`${html}${answer.get('error_description') ?? ''}`).toContain(`AADSTS${code}:`);
});

test('a password that changed, a person who was switched off: the refresh token says so', async () => {
  const { tenant, browser, tell } = await steeredTenant();
  const { body } = await tokensOf(tenant, browser);
  const refresh = () =>
    askForToken(tenant, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      scope: 'User.Read',
    });
  await tell('account', { user: adele, difficulty: 'disabled' });
  expect((await refresh()).body['error_codes']).toEqual([50057]);
  await tell('account', { user: adele, difficulty: 'password-expired' });
  expect((await refresh()).body).toMatchObject({ suberror: 'user_password_expired' });
  await tell('account', { user: adele, difficulty: 'none' });
  expect((await refresh()).status).toBe(200);
  await tell('password', { user: adele });
  expect((await refresh()).body).toMatchObject({ error_codes: [50173], suberror: 'bad_token' });
});

test('whoever belongs to no organization is not asked in the words of one', async () => {
  const { browser } = await steeredTenant();
  await browser.open(await authorizeUrl());
  const page = await browser.choose('robin.castellane@outlook.example');
  expect(page.heading).toBe('Permissions requested');
  expect(page.html).not.toMatch(/work account|You decide for yourself only/);
});

test.each([
  [adele, ['b79fbf4d-3ef9-4689-8143-76b194e85509']],
  [
    'ingrid@northlight.example',
    ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
  ],
])('the access token of %s names the directory roles', async (who, wids) => {
  const { tenant, browser } = await steeredTenant();
  const { answer } = await signIn(browser, {}, who);
  const { body } = await redeem(tenant, answer.get('code'));
  expect(claimsOf(body['access_token'])['wids']).toEqual(wids);
});
