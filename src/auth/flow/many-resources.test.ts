import { expect, test } from 'vitest';
import type { AuthorizedRequest } from '#auth/vault.ts';
import { arriveAt, cloud, openTab, signIn, tenantPerTest } from './tenant.test-kit.ts';

const tenant = tenantPerTest();
if (!cloud.discovery) throw new Error('the global cloud has a Discovery row');

const discovery = cloud.discovery;
const me: AuthorizedRequest = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
};
const messages: AuthorizedRequest = {
  ...me,
  scopes: ['Mail.Read'],
  url: 'https://graph.microsoft.com/v1.0/me/messages',
};
const services: AuthorizedRequest = {
  resource: discovery,
  scopes: ['.default'],
  method: 'GET',
  url: 'https://api.office.com/discovery/v1.0/me/services',
};
const tokenRequests = () =>
  tenant.seen.filter((each) => each.endsWith('/oauth2/v2.0/token')).length;
const connect = { kind: 'grant', resource: discovery, scopes: ['.default'] } as const;
const grant = { kind: 'grant', resource: cloud.graph, scopes: ['Mail.Read'] } as const;

test('the token of the sign-in answers the first call without another token request', async () => {
  const { vault } = await signIn(tenant);
  const answer = await vault.send(me);
  expect(answer.status).toBe(200);
  expect(new TextDecoder().decode(answer.body)).toContain('Adele Thornbury');
  expect(tokenRequests()).toBe(1);
});

test('another resource gets a token of its own from the same sign-in', async () => {
  await signIn(tenant);
  const { vault } = await signIn(tenant, { purpose: connect });
  const [found, person] = await Promise.all([vault.send(services), vault.send(me)]);
  expect([found.status, person.status]).toEqual([200, 200]);
  const session = vault.session.get();
  const resources = session.kind === 'signed-in' ? session.grants.map((g) => g.resource) : [];
  expect(resources.toSorted()).toEqual([
    'https://api.office.com/discovery/',
    'https://graph.microsoft.com',
  ]);
});

test('a missing permission keeps the session, names itself, and is not asked for again and again', async () => {
  const { vault } = await signIn(tenant);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(vault.send(messages)).rejects.toMatchObject({
      kind: 'consent-required',
      detail: { scopes: ['Mail.Read'], resource: 'https://graph.microsoft.com' },
    });
  }
  expect(tokenRequests()).toBe(2);
  expect((await vault.send(me)).status).toBe(200);
});

test('after the grant the same call goes through, and the first scopes still do', async () => {
  const { vault, sent } = await signIn(tenant, { purpose: grant });
  expect(sent.searchParams.get('scope')).toContain('Mail.Read');
  expect((await vault.send(messages)).status).toBe(200);
  expect((await vault.send(me)).status).toBe(200);
});

test('calls that need the same new token share one token request', async () => {
  await signIn(tenant);
  const { vault } = await signIn(tenant, { purpose: connect });
  const before = tokenRequests();
  await Promise.all([1, 2, 3, 4, 5].map(() => vault.send(me)));
  expect(tokenRequests() - before).toBe(1);
});

test('and when that request fails, they share its failure: nobody asks a server in trouble once for each call', async () => {
  await signIn(tenant);
  const { vault } = await signIn(tenant, { purpose: connect });
  const before = tokenRequests();
  tenant.fault = async (request) => {
    if (!request.url.includes('/token')) return undefined;
    // A server in trouble takes its time, in which all of them have asked.
    await new Promise((done) => setTimeout(done, 100));
    return new Response(null, { status: 503 });
  };
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => vault.send(me)));
  const unavailable = { status: 'rejected', reason: { kind: 'unavailable' } };
  expect(outcomes).toMatchObject([1, 2, 3, 4, 5].map(() => unavailable));
  expect(tokenRequests() - before).toBe(1);
});

test('an aborted call says so and disturbs no other', async () => {
  const { vault } = await signIn(tenant);
  const controller = new AbortController();
  controller.abort();
  await expect(vault.send(me, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect((await vault.send(me)).status).toBe(200);
});

test('a token never goes to another origin than its resource’s, whatever is asked', async () => {
  const { vault } = await signIn(tenant);
  const before = tenant.seen.length;
  for (const url of [
    'https://evil.example/v1.0/me',
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://login.microsoftonline.com/v1.0/me',
  ]) {
    await expect(vault.send({ ...me, url })).rejects.toMatchObject({ kind: 'configuration' });
  }
  expect(tenant.seen.length).toBe(before);
});

test('a redirect is not followed with a token', async () => {
  const { vault } = await signIn(tenant);
  tenant.fault = (request) =>
    request.url.includes('/v1.0/me')
      ? new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })
      : undefined;
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'network', reason: 'redirected' });
  expect(tenant.seen.join()).not.toContain('evil');
});

test('a 401 renews the token once and tries the call once more', async () => {
  const { vault } = await signIn(tenant);
  const tokens: (string | null)[] = [];
  tenant.fault = (request) => {
    if (!request.url.includes('/v1.0/me')) return undefined;
    tokens.push(request.headers.get('authorization'));
    return tokens.length === 1 ? new Response('{}', { status: 401 }) : undefined;
  };
  expect((await vault.send(me)).status).toBe(200);
  expect(tokens).toHaveLength(2);
  expect(tokens[0]).not.toBe(tokens[1]);

  tokens.length = 0;
  tenant.fault = (request) => {
    if (request.url.includes('/v1.0/me')) tokens.push('again');
    return request.url.includes('/v1.0/me') ? new Response('{}', { status: 401 }) : undefined;
  };
  expect((await vault.send(me)).status).toBe(401);
  expect(tokens).toHaveLength(2);
});

test('when the refresh token is dead the call says "sign in", and the screens keep what they show', async () => {
  const { vault } = await signIn(tenant);
  tenant.ahead = 25 * 3_600_000;
  await expect(vault.send(messages)).rejects.toMatchObject({
    kind: 'sign-in-required',
    detail: { error: 'invalid_grant' },
  });
  const session = vault.session.get();
  expect(session.kind).toBe('signed-in');
  expect(session.kind === 'signed-in' && session.endsAt).toBe(0);
});

test('a renewal that answers for somebody else ends everything it could have given', async () => {
  const { vault } = await signIn(tenant, { purpose: grant });
  // Each tab has a storage of its own: to the other one nobody was signed in before.
  sessionStorage.removeItem('grantscope.hint');
  const other = openTab();
  await other.vault.signIn({ kind: 'switch-account' }, '/');
  let answer = '';
  tenant.fault = async (request, next) => {
    if (!request.url.includes('/token')) return undefined;
    const response = await next();
    answer = await response.clone().text();
    return response;
  };
  const back = await tenant.visit(other.leftTo, { person: 'ingrid' });
  await arriveAt(other, { pathname: back.pathname, search: '', hash: back.hash });
  const somebodyElse = answer;
  tenant.fault = (request) =>
    request.url.includes('/token')
      ? new Response(somebodyElse, { headers: { 'content-type': 'application/json' } })
      : undefined;
  await expect(vault.send(services)).rejects.toMatchObject({ kind: 'id-token-refused' });
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'sign-in-required' });
});
