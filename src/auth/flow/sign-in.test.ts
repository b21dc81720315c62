import { expect, test } from 'vitest';
import { emptyExchange } from '#http/exchange.ts';
import { adoptExchange, exchangeLog } from '#http/exchange-log.ts';
import { isUnanswered, keepAdminConsent } from '#auth/redirect/pending-admin-consent.ts';
import {
  answerOf,
  appOrigin,
  arriveAt,
  cloud,
  keptKeys,
  openTab,
  redirectUri,
  settings,
  signIn,
  tenantPerTest,
} from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const tokenEndpoint = 'POST https://login.microsoftonline.com/common/oauth2/v2.0/token';
const tokenRequests = () => tenant.seen.filter((each) => each === tokenEndpoint).length;
const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;

/** What the tab keeps besides the redacted messages of the front channel. */
const secretKeys = () => keptKeys().filter((key) => key !== 'grantscope.front-channel');

test('a person signs in, returns to where they were, and is known by tenant and object id', async () => {
  const { vault, returnedTo } = await signIn(tenant, { returnTo: '/mail/inbox?x=1' });
  const session = vault.session.get();
  expect(returnedTo).toBe('/mail/inbox?x=1');
  expect(session).toMatchObject({
    kind: 'signed-in',
    account: { name: 'Adele Thornbury', username: 'adele@northlight.example', isPersonal: false },
    refusedScopes: [],
  });
  if (session.kind !== 'signed-in') return;
  expect(session.account.id).toMatch(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/);
  expect(session.grants.map((grant) => grant.resource)).toEqual(['https://graph.microsoft.com']);
  const hours = (session.endsAt - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThanOrEqual(24);
});

test('the request is a code flow with PKCE S256, state and nonce, answered in the fragment, with the least of scopes', async () => {
  const { sent, back } = await signIn(tenant);
  const parameters = Object.fromEntries(sent.searchParams);
  expect(parameters).toMatchObject({
    client_id: settings.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access User.Read',
    code_challenge_method: 'S256',
  });
  expect(parameters['code_challenge']).toMatch(/^[\w-]{43}$/);
  const values = [parameters['state'], parameters['nonce'], parameters['code_challenge']];
  expect(new Set(values).size).toBe(3);
  for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
  expect(sent.href).not.toContain('mail%2F');
  expect(back.search).toBe('');
});

test('one token request, and the keys beside it, is all that a sign-in takes', async () => {
  await signIn(tenant);
  expect(tenant.seen.toSorted()).toEqual([
    'GET https://login.microsoftonline.com/common/discovery/v2.0/keys',
    tokenEndpoint,
  ]);
});

test('the verifier is gone from the tab before the code is sent, and nothing secret takes its place', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/');
  const kept = keptKeys().join(' ');
  expect(kept).toContain('grantscope.sign-in.');
  const back = await tenant.visit(tab.leftTo);
  let keptAtRedemption = 'the code was never sent';
  tenant.fault = (request) => {
    if (request.url.includes('/token')) keptAtRedemption = secretKeys().join(' ');
    return undefined;
  };
  const next = openTab();
  await arriveAt(next, answerOf(back));
  expect(next.vault.session.get().kind).toBe('signed-in');
  expect(keptAtRedemption).toBe('');
  expect(secretKeys()).toEqual(['grantscope.hint']);
});

test('the same callback again (Reload, Back, a second run) sends no second code and says why', async () => {
  const { back } = await signIn(tenant);
  const again = openTab();
  await arriveAt(again, answerOf(back));
  expect(again.vault.session.get()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'unknown-sign-in' },
  });
  expect(tokenRequests()).toBe(1);
});

test.each([
  ['a state that no sign-in of this tab has', '#code=abc&state=forged', '', 'unknown-sign-in'],
  ['no state', '#code=abc', '', 'answer-refused'],
  ['two codes', '#code=a&code=b&state=s', '', 'answer-refused'],
  ['two states', '#code=a&state=s&state=t', '', 'answer-refused'],
  ['neither a code nor an error', '#state=s', '', 'answer-refused'],
  ['an answer in the query', '', '?code=abc&state=s', 'answer-refused'],
])('%s is refused before any request', async (_, hash, search, kind) => {
  const tab = openTab();
  await arriveAt(tab, { pathname: '/auth/callback/global', search, hash });
  expect(tab.vault.session.get()).toMatchObject({ kind: 'failed', failure: { kind } });
  expect(tenant.seen).toEqual([]);
});

test('an answer that comes to another cloud’s redirect path is refused before any request', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/mail');
  const back = await tenant.visit(tab.leftTo);
  await arriveAt(tab, { ...answerOf(back), pathname: '/auth/callback/china' });
  expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'answer-refused' } });
  expect(tenant.seen).toEqual([]);
});

test('an answer with the issuer of another authority is refused, with our own it is accepted', async () => {
  const outcome = async (issuer: string) => {
    const tab = openTab();
    await tab.vault.signIn({ kind: 'sign-in' }, '/');
    const back = await tenant.visit(tab.leftTo);
    const hash = `${back.hash}&iss=${encodeURIComponent(issuer)}`;
    await arriveAt(tab, { ...answerOf(back), hash });
    return tab.vault.session.get().kind;
  };
  const session = (await signIn(tenant)).vault.session.get();
  const tid = session.kind === 'signed-in' ? session.account.tenantId : '';
  expect(await outcome('https://login.microsoftonline.us/common/v2.0')).toBe('failed');
  expect(await outcome(`https://evil.example/${tid}/v2.0`)).toBe('failed');
  expect(await outcome(`https://login.microsoftonline.com/${tid}/v2.0`)).toBe('signed-in');
});

test('a sign-in begun more than ten minutes ago is refused before any request', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/contacts');
  const back = await tenant.visit(tab.leftTo);
  const key = keptKeys()[0] ?? '';
  const record = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { createdAt: number };
  sessionStorage.setItem(key, JSON.stringify({ ...record, createdAt: record.createdAt - 601_000 }));
  expect(await arriveAt(tab, answerOf(back))).toBe('/contacts');
  expect(tab.vault.session.get()).toMatchObject({ failure: { kind: 'sign-in-expired' } });
  expect(tenant.seen).toEqual([]);
});

test('a person who cancels is told so, with what Entra said, and can go on where they were', async () => {
  const { vault, returnedTo } = await signIn(tenant, { decline: true, returnTo: '/contacts' });
  expect(vault.session.get()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'declined', error: 'access_denied', codes: [65004], returnTo: '/contacts' },
  });
  expect(returnedTo).toBe('/contacts');
  expect(tokenRequests()).toBe(0);
});

test('who cancels on the way to a developer session is known to have wanted one', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/tokens', { isDeveloper: true });
  const back = await tenant.visit(tab.leftTo, { decline: true });
  expect(await arriveAt(tab, answerOf(back))).toBe('/tokens');
  expect(tab.vault.session.get()).toMatchObject({
    failure: { kind: 'declined', isDeveloper: true },
  });
});

test('whose code is refused on the way to a developer session is known to have wanted one', async () => {
  const tab = openTab();
  await tab.vault.signIn({ kind: 'sign-in' }, '/tokens', { isDeveloper: true });
  const back = await tenant.visit(tab.leftTo);
  tenant.fault = ({ url }) =>
    url.includes('/token')
      ? Response.json({ error: 'invalid_grant', error_description: 'No.' }, { status: 400 })
      : undefined;
  expect(await arriveAt(tab, answerOf(back))).toBe('/tokens');
  expect(tab.vault.session.get()).toMatchObject({
    failure: { error: 'invalid_grant', isDeveloper: true },
  });
});

test('two sign-ins at once, in two tabs or one, do not disturb each other', async () => {
  const [one, other] = [openTab(), openTab()];
  await one.vault.signIn({ kind: 'sign-in' }, '/mail');
  await other.vault.signIn({ kind: 'sign-in' }, '/contacts');
  const answers = [await tenant.visit(one.leftTo), await tenant.visit(other.leftTo)];
  const next = openTab();
  expect(await arriveAt(next, answerOf(answers[0] as URL))).toBe('/mail');
  expect(next.vault.session.get().kind).toBe('signed-in');
});

test('while its code is redeemed the session says so, so that nobody takes the person for a stranger', async () => {
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/mail');
  const back = await tenant.visit(before.leftTo);
  const tab = openTab();
  const said: string[] = [];
  tab.vault.session.subscribe(() => said.push(tab.vault.session.get().kind));
  await arriveAt(tab, answerOf(back));
  expect(said).toEqual(['signing-in', 'signed-in']);
});

test('a second click while the page is leaving begins no second sign-in', async () => {
  const tab = openTab();
  await Promise.all([
    tab.vault.signIn({ kind: 'sign-in' }, '/'),
    tab.vault.signIn({ kind: 'sign-in' }, '/'),
  ]);
  expect(secretKeys()).toHaveLength(1);
});

test('who comes back without an answer is known to, until there is one; an administrator’s question is another matter', async () => {
  keepAdminConsent({
    state: 'x',
    cloud: 'global',
    resource: cloud.graph,
    scopes: ['Mail.Read'],
    returnTo: '/',
    createdAt: Date.now(),
  });
  expect(isUnanswered()).toBe(false);
  const before = openTab();
  await before.vault.signIn({ kind: 'sign-in' }, '/');
  expect(isUnanswered()).toBe(true);
  expect(openTab().vault.session.get().kind).toBe('signed-out');
  expect(isUnanswered()).toBe(true);
  await arriveAt(openTab(), answerOf(await tenant.visit(before.leftTo)));
  expect(isUnanswered()).toBe(false);
});

test('"Continue as" comes back without a question, and says so when Microsoft knows nobody any more', async () => {
  await signIn(tenant);
  const restored = await signIn(tenant, { purpose: { kind: 'restore' } });
  expect(restored.sent.searchParams.get('prompt')).toBe('none');
  expect(restored.sent.searchParams.get('login_hint')).toBeTruthy();
  expect(restored.vault.session.get().kind).toBe('signed-in');

  await restored.vault.signOut();
  const stranger = openTab();
  await stranger.vault.signIn({ kind: 'restore' }, '/mail');
  const url = new URL(stranger.leftTo);
  expect(url.searchParams.has('login_hint')).toBe(false);
});

test('signing out forgets everything here before it goes to Microsoft and back to the redirect URI', async () => {
  const tab = await signIn(tenant);
  adoptExchange({
    ...emptyExchange,
    id: 'before',
    kind: 'api',
    cause: 'screen',
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/users/adele',
    startedAt: 0,
  });
  // Left for another sign-in, and come back by Back without its answer.
  await tab.vault.signIn({ kind: 'switch-account' }, '/');
  expect(Object.keys(sessionStorage).toSorted()).toEqual([
    'grantscope.front-channel',
    'grantscope.hint',
    expect.stringContaining('.sign-in.'),
  ]);
  await tab.vault.signOut();
  expect(exchangeLog.get()).toEqual([]);
  expect(tab.vault.session.get()).toEqual({ kind: 'signed-out', hint: undefined });
  expect(Object.keys(sessionStorage)).toEqual([]);
  await expect(tab.vault.send(me)).rejects.toMatchObject({ kind: 'sign-in-required' });
});

test('a return path of somebody else leads to our own start', async () => {
  const { returnedTo } = await signIn(tenant, { returnTo: '//evil.example' });
  expect(returnedTo).toBe('/');
  expect(new URL(returnedTo ?? '', appOrigin).origin).toBe(appOrigin);
});
