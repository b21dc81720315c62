import { assert, dictionary, property, string } from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import {
  answerOf,
  arriveAt,
  cloud,
  openTab,
  signIn,
  tenantPerTest,
} from '#auth/flow/tenant.test-kit.ts';
import { adminConsentRequest, readAdminConsent } from './admin-consent.ts';
import { keepAdminConsent, takeAdminConsent } from './pending-admin-consent.ts';

const tenant = tenantPerTest();
const tid = '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3';
const redirectUri = 'https://app.example/auth/admin-consent/global';
const wanted = {
  resource: cloud.graph,
  scopes: ['ServiceHealth.Read.All'],
  returnTo: '/services',
};
const ask = (segment = tid) =>
  adminConsentRequest(cloud, 'the-client', segment, redirectUri, wanted);
const { pending } = ask();
const read = (answer: Record<string, string>, more = '') =>
  readAdminConsent(`?${new URLSearchParams(answer).toString()}${more}`, 'global', pending);
const granted = { admin_consent: 'True', state: pending.state };

beforeEach(() => {
  vi.useRealTimers();
});

test('the administrator is asked in the person’s own tenant, with a state of 256 bits', () => {
  const url = new URL(ask().url);
  expect(url.origin + url.pathname).toBe(
    `https://login.microsoftonline.com/${tid}/v2.0/adminconsent`,
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'the-client',
    scope: 'ServiceHealth.Read.All',
    redirect_uri: redirectUri,
    state: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(ask().pending.state).not.toBe(ask().pending.state);
});

test('several scopes are asked for in one list', () => {
  const both = { ...wanted, scopes: ['User.Read.All', 'Mail.Read'] };
  const { url } = adminConsentRequest(cloud, 'the-client', tid, redirectUri, both);
  expect(new URL(url).searchParams.get('scope')).toBe('User.Read.All Mail.Read');
});

test('never on common: what is no tenant id becomes organizations', () => {
  for (const segment of ['common', '', '../evil', 'consumers']) {
    expect(new URL(ask(segment).url).pathname).toBe('/organizations/v2.0/adminconsent');
  }
});

test('a tenant may be named by its domain', () => {
  const { pathname } = new URL(ask('northlight.example').url);
  expect(pathname).toBe('/northlight.example/v2.0/adminconsent');
});

test('a yes is what Microsoft’s page says, and no more', () => {
  expect(read({ ...granted, tenant: tid, scope: 'x' })).toEqual({ kind: 'said-granted', pending });
});

test('a refusal is one although it says admin_consent=True, and keeps its facts', () => {
  const outcome = read({
    ...granted,
    error: 'consent_required',
    error_description: 'AADSTS65004: No.\r\nTimestamp: 2026-11-20 10:11:12Z',
  });
  expect(outcome).toMatchObject({
    kind: 'refused',
    failure: {
      kind: 'declined',
      error: 'consent_required',
      codes: [65004],
      timestamp: '2026-11-20 10:11:12Z',
      scopes: wanted.scopes,
      returnTo: '/services',
    },
  });
  expect(read({ ...granted, error: '' }).kind).toBe('refused');
  expect(outcome).toMatchObject({
    failure: { message: expect.stringContaining('No.') as unknown },
  });
  expect(read({ ...granted, error: 'access_denied' })).toMatchObject({
    failure: { message: 'access_denied' },
  });
});

test.each([
  ['another state', { ...granted, state: 'x' }, ''],
  ['no state', { admin_consent: 'True' }, ''],
  ['two states', granted, `&state=${pending.state}`],
  ['two errors', { ...granted, error: 'access_denied' }, '&error=x'],
  ['two words of consent', granted, '&admin_consent=True'],
  ['no word of consent', { state: pending.state }, ''],
  ['a no that is no error', { ...granted, admin_consent: 'False' }, ''],
])('an answer with %s is nobody’s', (_, answer, more) => {
  expect(read(answer, more)).toEqual({ kind: 'unknown' });
});

test('an answer to another cloud’s path, without a question, or too late is nobody’s', () => {
  const search = `?${new URLSearchParams(granted).toString()}`;
  expect(readAdminConsent(search, 'china', pending).kind).toBe('unknown');
  expect(readAdminConsent(search, 'global', undefined).kind).toBe('unknown');
  const tenMinutes = pending.createdAt + 10 * 60_000;
  vi.useFakeTimers({ now: tenMinutes, toFake: ['Date'] });
  expect(readAdminConsent(search, 'global', pending).kind).toBe('said-granted');
  vi.setSystemTime(tenMinutes + 1);
  expect(readAdminConsent(search, 'global', pending).kind).toBe('unknown');
});

test('a question that cannot be read, or not be kept, is none', () => {
  sessionStorage.setItem('grantscope.sign-in.admin-consent.odd', '{');
  expect(takeAdminConsent('?state=odd')).toBeUndefined();
  vi.stubGlobal('sessionStorage', undefined);
  expect(takeAdminConsent('?state=odd')).toBeUndefined();
});

test('the question is answered once', () => {
  keepAdminConsent(pending);
  expect(takeAdminConsent(`?state=x`)).toBeUndefined();
  expect(takeAdminConsent(`?state=${pending.state}`)).toEqual(pending);
  expect(takeAdminConsent(`?state=${pending.state}`)).toBeUndefined();
});

test('whatever an answer says, it says nothing of who somebody is or where', () => {
  assert(
    property(dictionary(string(), string()), string(), (more, named) => {
      const outcome = read({ ...more, ...granted, tenant: named });
      expect(JSON.stringify(outcome)).toBe(
        JSON.stringify(read({ ...more, ...granted, tenant: 'other' })),
      );
    }),
  );
});

test('a forged answer changes neither the person nor the tenant that is signed in to next', async () => {
  await signIn(tenant);
  const evil = '11111111-2222-3333-4444-555555555555';
  const hint = sessionStorage.getItem('grantscope.hint');
  const search = `?admin_consent=True&tenant=${evil}&state=${pending.state}`;
  expect(readAdminConsent(search, 'global', takeAdminConsent(search)).kind).toBe('unknown');
  expect(sessionStorage.getItem('grantscope.hint')).toBe(hint);
  const tab = openTab();
  await tab.vault.signIn({ kind: 'restore' }, '/services');
  expect(tab.leftTo).not.toContain(evil);
  expect(new URL(tab.leftTo).pathname).toBe('/common/oauth2/v2.0/authorize');
  await arriveAt(tab, answerOf(await tenant.visit(tab.leftTo)));
  expect(tab.vault.session.get()).toMatchObject({ account: { tenantId: tid } });
});

test('every cloud is asked at its own sign-in host', () => {
  for (const each of Object.values(clouds)) {
    const { url } = adminConsentRequest(each, 'c', tid, redirectUri, wanted);
    expect(url.startsWith(`${each.signInPages}/${tid}/v2.0/adminconsent?`)).toBe(true);
  }
});
