import { expect, test } from 'vitest';
import {
  adele,
  authorizeUrl,
  clientId,
  hosts,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';

async function newBrowser() {
  const { tenant, clock } = await testTenant();
  return { browser: new TestBrowser(tenant), tenant, clock };
}

test.each([
  ['an unknown application', { client_id: '00000000-0000-0000-0000-000000000001' }, 700016],
  ['no application', { client_id: undefined }, 900144],
  ['an address that is not registered', { redirect_uri: 'https://evil.example/' }, 50011],
  ['another path on a registered host', { redirect_uri: 'http://localhost/other' }, 50011],
  [
    'a registered path in other case',
    { redirect_uri: 'http://localhost/Auth/callback/global' },
    50011,
  ],
  [
    'localhost by another scheme',
    { redirect_uri: 'https://localhost/auth/callback/global' },
    50011,
  ],
  ['no address', { redirect_uri: undefined }, 900144],
  ['a resource, as the older endpoint takes one', { resource: hosts.graph }, 901002],
])('%s is told on a page and never redirected', async (_, changes, code) => {
  const { browser } = await newBrowser();
  const view = await browser.open(await authorizeUrl(changes));
  expect(view.status).toBe(400);
  expect(view.target).toBeUndefined();
  expect(view.html).toContain(`AADSTS${code}:`);
});

test('a tenant that does not exist is told on a page', async () => {
  const { browser } = await newBrowser();
  const view = await browser.open(await authorizeUrl({}, 'nobody.example'));
  expect(view.html).toContain('AADSTS90002:');
  expect(view.target).toBeUndefined();
});

const discovery = `${hosts.discovery}/discovery/`;

test.each([
  ['another response type', { response_type: 'id_token' }, 'unsupported_response_type', 700054],
  ['no response type', { response_type: undefined }, 'invalid_request', 900144],
  ['another response mode', { response_mode: 'form_post' }, 'invalid_request', 70007],
  ['no code challenge', { code_challenge: undefined }, 'invalid_request', 9002325],
  ['a plain code challenge', { code_challenge_method: 'plain' }, 'invalid_request', 50147],
  ['a short code challenge', { code_challenge: 'abc' }, 'invalid_request', 501491],
  ['no scope', { scope: undefined }, 'invalid_request', 900144],
  ['an unknown scope', { scope: 'Mail.Reed' }, 'invalid_client', 650053],
  ['a malformed scope', { scope: 'openid "Mail.Read"' }, 'invalid_scope', 70011],
  ['an unknown resource', { scope: 'https://x.example/y' }, 'invalid_resource', 500011],
  [
    '.default beside a named scope',
    { scope: `User.Read ${discovery}/.default` },
    'invalid_scope',
    70011,
  ],
  ['an unknown prompt', { prompt: 'sometimes' }, 'invalid_request', 90023],
  [
    'an account page with a hint',
    { prompt: 'select_account', login_hint: adele },
    'invalid_request',
    90005,
  ],
])('%s is told to the application', async (_, changes, error, code) => {
  const { browser } = await newBrowser();
  const { target, answer } = await browser.open(await authorizeUrl(changes));
  expect(target).toBe('http://localhost:5173/auth/callback/global');
  expect(answer.get('error')).toBe(error);
  expect(answer.get('error_description')).toMatch(new RegExp(`^AADSTS${code}: [^]+\r\nTrace ID: `));
  expect(answer.get('error_uri')).toBe(`${hosts.login}/error?code=${code}`);
  expect(answer.get('state')).toBe('the-state');
});

test('a parameter that comes twice is refused', async () => {
  const { browser } = await newBrowser();
  const { answer } = await browser.open(`${await authorizeUrl()}&nonce=other`);
  expect(answer.get('error_description')).toContain('AADSTS90023');
});

test('the first visit asks who, then what is new, and ends with a code', async () => {
  const { browser } = await newBrowser();
  const first = await browser.open(await authorizeUrl());
  expect(first.heading).toBe('Pick an account');
  const second = await browser.choose(adele);
  expect(second.heading).toBe('Permissions requested');
  expect(second.html).toContain('Sign you in and read your profile');
  expect(second.html).toContain('Maintain access to data you have given it access to');
  const { status, target, answer } = await browser.press({ accept: '1' });
  expect(status).toBe(302);
  expect(target).toBe('http://localhost:5173/auth/callback/global');
  expect([...answer.keys()]).toEqual(['code', 'state', 'session_state']);
});

test('the next visit needs no page, and a new scope asks for that scope only', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const again = await browser.open(await authorizeUrl());
  expect(again.answer.has('code')).toBe(true);
  const more = await browser.open(await authorizeUrl({ scope: 'openid User.Read Mail.Read' }));
  expect(more.heading).toBe('Permissions requested');
  expect(more.html).toContain('Read your mail');
  expect(more.html).not.toContain('read your profile');
});

test('scopes of several resources are consented to at once', async () => {
  const { browser } = await newBrowser();
  const scope = `openid User.Read ${discovery}/user_impersonation`;
  await browser.open(await authorizeUrl({ scope }));
  const view = await browser.choose(adele);
  expect(view.html).toContain('read your profile');
  expect(view.html).toContain('Find your Microsoft 365 services');
});

test('.default asks for what is registered, once', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const scope = `openid ${discovery}/.default`;
  const view = await browser.open(await authorizeUrl({ scope }));
  expect(view.html).toContain('Find your Microsoft 365 services');
  await browser.press({ accept: '1' });
  const again = await browser.open(await authorizeUrl({ scope }));
  expect(again.answer.has('code')).toBe(true);
});

test('prompt=consent shows the page again', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const prompt = 'consent';
  const view = await browser.open(await authorizeUrl({ prompt }));
  expect(view.heading).toBe('Permissions requested');
  expect((await browser.press({ accept: '1' })).answer.has('code')).toBe(true);
  // Beside what is new, what was agreed to is listed once more.
  const scope = 'openid User.Read Mail.Read';
  const { html } = await browser.open(await authorizeUrl({ scope, prompt }));
  expect(html).toContain('Read your mail');
  expect(html).toContain('read your profile');
});

test.each([['select_account'], ['login']])('prompt=%s asks who, session or not', async (prompt) => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const view = await browser.open(await authorizeUrl({ prompt }));
  expect(view.html).toContain('class="person"');
  expect(view.html).toContain('signed in');
});

test('cancel on either page goes back as access_denied with its subcode', async () => {
  const { browser } = await newBrowser();
  await browser.open(await authorizeUrl());
  const early = await browser.press({ cancel: '1' });
  await browser.open(await authorizeUrl());
  await browser.choose(adele);
  const late = await browser.press({ cancel: '1' });
  for (const { target, answer } of [early, late]) {
    expect(target).toBe('http://localhost:5173/auth/callback/global');
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_subcode')).toBe('cancel');
    expect(answer.get('error_description')).toContain('AADSTS65004');
    expect(answer.get('state')).toBe('the-state');
  }
});

test('prompt=none says login_required to a stranger and shows no page', async () => {
  const { browser } = await newBrowser();
  const { answer } = await browser.open(await authorizeUrl({ prompt: 'none' }));
  expect(answer.get('error')).toBe('login_required');
  expect(answer.get('error_description')).toContain('AADSTS50058');
});

test('prompt=none gives a code to who is known, and consent_required for what is new', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const known = await browser.open(await authorizeUrl({ prompt: 'none', login_hint: adele }));
  expect(known.answer.has('code')).toBe(true);
  const { answer } = await browser.open(await authorizeUrl({ prompt: 'none', scope: 'Mail.Read' }));
  expect(answer.get('error')).toBe('consent_required');
  expect(answer.get('error_description')).toContain('AADSTS65001');
});

test('prompt=none with two accounts needs a hint', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  await signIn(browser, { prompt: 'select_account' }, 'ingrid@northlight.example');
  const which = await browser.open(await authorizeUrl({ prompt: 'none' }));
  expect(which.answer.get('error')).toBe('login_required');
  const hinted = await browser.open(await authorizeUrl({ prompt: 'none', login_hint: adele }));
  expect(hinted.answer.has('code')).toBe(true);
});

test('prompt=none with the sid of a past session says interaction_required', async () => {
  const { browser } = await newBrowser();
  await signIn(browser);
  const { answer } = await browser.open(
    await authorizeUrl({ prompt: 'none', sid: crypto.randomUUID() }),
  );
  expect(answer.get('error')).toBe('interaction_required');
  expect(answer.get('error_description')).toContain('AADSTS160021');
});

test('a hint puts its person first', async () => {
  const { browser } = await newBrowser();
  const view = await browser.open(await authorizeUrl({ login_hint: 'INGRID@northlight.example' }));
  expect(view.html.indexOf('ingrid@')).toBeLessThan(view.html.indexOf('adele@'));
});

test('the consumer tenant admits personal accounts only, and its page can be cancelled', async () => {
  const { browser } = await newBrowser();
  const view = await browser.open(await authorizeUrl({}, 'consumers'));
  expect(view.html).toContain('robin.castellane@outlook.example');
  expect(view.html).not.toContain('@northlight.example</small>');
  expect((await browser.press({ cancel: '1' })).answer.get('error')).toBe('access_denied');
});

test('a form sent from another browser is refused on a page', async () => {
  const { browser, tenant } = await newBrowser();
  const { html } = await browser.open(await authorizeUrl());
  const flow = /name="flow" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const victim = new TestBrowser(tenant);
  await signIn(victim);
  const view = await victim.send('/common/consent', { flow, accept: '1' });
  expect(view.target).toBeUndefined();
  expect(view.html).toContain('AADSTS165000');
  const nobody = await new TestBrowser(tenant).send('/common/signin', { flow, account: 'x' });
  expect(nobody.html).toContain('AADSTS165000');
});

test('an account page cannot be answered as if it were the consent page', async () => {
  const { browser } = await newBrowser();
  const { html } = await browser.open(await authorizeUrl());
  const flow = /name="flow" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const view = await browser.send('/common/consent', { flow, accept: '1' });
  expect(view.heading).toBe('Pick an account');
});

test('a page that only a form opens says so to whoever asks for its address', async () => {
  const { browser } = await newBrowser();
  for (const path of ['signin', 'mfa', 'consent', 'approval']) {
    const { status, html } = await browser.open(`${hosts.login}/common/${path}`);
    expect([status, html]).toEqual([400, expect.stringContaining('AADSTS900561:')]);
  }
});

test('a page left open too long is refused', async () => {
  const { browser, clock } = await newBrowser();
  await browser.open(await authorizeUrl());
  clock.ahead += 11 * 60_000;
  expect((await browser.choose(adele)).html).toContain('AADSTS50089');
});

test('response_mode=query answers in the query and ends with an empty fragment', async () => {
  const { browser } = await newBrowser();
  const { answer } = await signIn(browser, { response_mode: 'query' });
  expect(answer.has('code')).toBe(true);
});

test('client_info is given when asked for, and names the account', async () => {
  const { browser } = await newBrowser();
  const { answer } = await signIn(browser, { client_info: '1' });
  const info = Buffer.from(answer.get('client_info') ?? '', 'base64url').toString();
  expect(JSON.parse(info)).toEqual({
    uid: '3f8a61c2-4b1e-4f7a-8d92-3c5e0f6a1b3f',
    utid: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3',
  });
});

test('what an application sends is shown as text', async () => {
  const { browser } = await newBrowser();
  const view = await browser.open(
    await authorizeUrl({ redirect_uri: 'x"><script>alert(1)</script>' }),
  );
  expect(view.html).toContain('&lt;script&gt;');
  expect(view.html).not.toContain('<script');
});

test('markup in the state is stripped, as Entra does', async () => {
  const { browser } = await newBrowser();
  const { answer } = await signIn(browser, { state: 'a<b>c' });
  expect(answer.get('state')).toBe('ac');
});

test('the correlation id is the caller’s own', async () => {
  const { browser } = await newBrowser();
  const id = '11111111-2222-4333-8444-555555555555';
  const { answer } = await browser.open(
    await authorizeUrl({ 'client-request-id': id, prompt: 'none', client_id: clientId }),
  );
  expect(answer.get('error_description')).toContain(`Correlation ID: ${id}`);
});
