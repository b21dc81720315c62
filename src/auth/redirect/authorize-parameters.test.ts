import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import {
  keptKeys,
  openTab,
  redirectUri,
  settings,
  signIn,
  tenantPerTest,
} from '#auth/flow/tenant.test-kit.ts';
import type { SignInChoices, SignInPurpose } from '#auth/vault.ts';
import { authorizeUrl, planSignIn, type SignInPlan } from './authorize-parameters.ts';

const tenant = tenantPerTest();
const { global: cloud } = clouds;
const { graph } = cloud;
const discovery = cloud.discovery ?? graph;
const hint = { loginHint: 'opaque', tenant: 'guests.example' };
const grant: SignInPurpose = { kind: 'grant', resource: graph, scopes: ['Mail.Read'] };

function plan(purpose: SignInPurpose, choices: SignInChoices = {}, more: Partial<SignInPlan> = {}) {
  return planSignIn({ cloud, settings, redirectUri, purpose, choices, hint, ...more });
}

test('what is shown before is what is sent, but for the three random values', async () => {
  const { vault } = await signIn(tenant);
  const prepared = await vault.prepareSignIn(grant, '/mail');
  const sent = new URL(prepared.url);
  const read = (name: string) => sent.searchParams.get(name) ?? '';
  const shown = authorizeUrl(
    plan(grant, {}, { hint: { loginHint: read('login_hint'), tenant: 'common' } }),
    {
      state: read('state'),
      nonce: read('nonce'),
      codeChallenge: read('code_challenge'),
    },
  );
  expect(prepared.url).toBe(shown);
});

test('a question that was prepared is not asked, and leaves nothing behind, until it is meant', async () => {
  const tab = openTab();
  const prepared = await tab.vault.prepareSignIn({ kind: 'sign-in' }, '/');
  expect([tab.leftTo, keptKeys()]).toEqual(['', []]);
  await prepared.go();
  expect(tab.leftTo).toBe(prepared.url);
  expect(keptKeys()).toHaveLength(1);
});

test.each([
  ['restore', {}, true],
  ['restore', { prompt: 'login' }, false],
  ['sign-in', {}, false],
  ['sign-in', { prompt: 'none' }, true],
] as const)('%s with %j is known to show no page: %s', async (kind, choices, isSilent) => {
  const tab = openTab();
  await tab.vault.signIn({ kind }, '/', choices);
  expect(tab.leftSilently).toBe(isSilent);
});

test('several resources are agreed to on one page, and the code is redeemed for the first', () => {
  const several = plan({
    ...grant,
    also: [{ resource: discovery, scopes: ['user_impersonation'] }],
  });
  expect(several.parameters['scope']).toBe(
    'openid profile offline_access User.Read Mail.Read https://api.office.com/discovery//user_impersonation',
  );
  expect(several.resource).toBe(graph);
  expect(several.scope).toBe('openid profile offline_access User.Read Mail.Read');
});

test('what is asked for the code is of one resource, and the others come by the refresh token', () => {
  const both = { resource: graph, scopes: ['Mail.Read'] };
  const first = plan({
    kind: 'grant',
    resource: discovery,
    scopes: ['user_impersonation'],
    also: [both],
  });
  expect(first.scope).toBe(
    'openid profile offline_access https://api.office.com/discovery//user_impersonation',
  );
  expect(first.also).toEqual([both]);
  expect(plan(grant).also).toEqual([]);
  const signIn = plan({ kind: 'sign-in' });
  expect([signIn.resource, signIn.scope, signIn.also]).toEqual([
    graph,
    'openid profile offline_access User.Read',
    [],
  ]);
});

test('beside everything of one resource nothing is named that a sign-in asks anyway', () => {
  const also = [{ resource: graph, scopes: ['Mail.Read'] }];
  const scope = (scopes: string[]) =>
    plan({ kind: 'grant', resource: discovery, scopes, also }).parameters['scope']?.split(' ');
  expect(scope(['.default'])).not.toContain('User.Read');
  expect(scope(['user_impersonation'])).toContain('User.Read');
});

test('whoever changes to another account is not hinted at, however the question is put', () => {
  for (const prompt of ['login', 'consent'] as const)
    for (const kind of ['switch-account', 'sign-in'] as const)
      expect(plan({ kind }, { prompt }).parameters).not.toHaveProperty('login_hint');
  expect(plan(grant, { prompt: 'login' }).parameters).toHaveProperty('login_hint', 'opaque');
});

test('after a page for several resources each has its token, one request for each', async () => {
  const { vault } = await signIn(tenant, {
    purpose: { ...grant, also: [{ resource: discovery, scopes: ['user_impersonation'] }] },
  });
  const answer = await vault.send({
    resource: discovery,
    scopes: ['user_impersonation'],
    method: 'GET',
    url: 'https://api.office.com/discovery/v1.0/me/services',
  });
  expect(answer.status).toBe(200);
  expect(tenant.seen.filter((each) => each.includes('/token'))).toHaveLength(2);
});

test('.default is asked for alone, behind its resource, with the double slash where the identifier ends in one', () => {
  const whole = (resource = graph) =>
    plan({ kind: 'grant', resource, scopes: ['.default'] }).parameters['scope'];
  expect(whole()).toBe('openid profile offline_access https://graph.microsoft.com/.default');
  expect(whole(discovery)).toBe(
    'openid profile offline_access https://api.office.com/discovery//.default',
  );
});

test.each([
  ['sign-in', {}, undefined, undefined],
  ['switch-account', {}, 'select_account', undefined],
  ['restore', {}, 'none', 'opaque'],
  ['step-up', {}, undefined, 'opaque'],
  ['grant', {}, undefined, 'opaque'],
  ['grant', { prompt: 'consent' }, 'consent', 'opaque'],
  ['grant', { prompt: 'login' }, 'login', 'opaque'],
  ['grant', { prompt: 'none' }, 'none', 'opaque'],
  ['grant', { prompt: 'select_account' }, 'select_account', undefined],
  ['grant', { domainHint: 'organizations' }, undefined, undefined],
] as const)('%s with %j has prompt %s and hint %s', (kind, choices, prompt, loginHint) => {
  const purpose = kind === 'grant' ? grant : { kind, claims: undefined };
  const { parameters } = plan(purpose, choices);
  expect([parameters['prompt'], parameters['login_hint']]).toEqual([prompt, loginHint]);
});

test('a domain hint goes along as it is', () => {
  expect(plan(grant, { domainHint: 'consumers' }).parameters['domain_hint']).toBe('consumers');
});

test('a guest is asked further questions where they are a guest, and at home only when they begin anew', () => {
  expect(plan(grant).endpoint).toBe(
    'https://login.microsoftonline.com/guests.example/oauth2/v2.0/authorize',
  );
  expect(plan({ kind: 'sign-in' }).tenant).toBe('common');
  expect(plan({ kind: 'switch-account' }).tenant).toBe('common');
  expect(plan({ kind: 'sign-in' }, { tenant: 'other.example' }).tenant).toBe('other.example');
  expect(plan(grant, {}, { hint: undefined }).tenant).toBe('common');
});

test('a tenant that would be more than one part of a path is refused before anything leaves', async () => {
  const tab = openTab();
  await expect(
    tab.vault.signIn({ kind: 'sign-in' }, '/', { tenant: 'a/../../evil' }),
  ).rejects.toMatchObject({ kind: 'configuration' });
  expect(tab.leftTo).toBe('');
});
