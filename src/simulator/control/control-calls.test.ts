import { expect, test } from 'vitest';
import {
  adele,
  authorizeUrl,
  askForToken,
  clientId,
  hosts,
  redeem,
  signIn,
  TestBrowser,
  testTenant,
} from '#simulator/browser.test-kit.ts';
import { company } from '#simulator/seed/company.ts';
import { controlOrigin } from './steered.ts';

async function steered() {
  const { tenant } = await testTenant();
  const ask = async <T>(what: string) =>
    (await (await tenant.fetch(new Request(`${controlOrigin}/control/${what}`))).json()) as T;
  const tell = (what: string, body: object = {}, method = 'POST') =>
    tenant.fetch(
      new Request(`${controlOrigin}/control/${what}`, { method, body: JSON.stringify(body) }),
    );
  return { tenant, ask, tell };
}

/** A person's tokens, and Graph's answers to the first of them. */
async function session(scope = 'openid profile offline_access User.Read Mail.Read') {
  const world = await steered();
  const { answer } = await signIn(new TestBrowser(world.tenant), { scope });
  const { body } = await redeem(world.tenant, answer.get('code'));
  const graph = (path = '/me', token = body['access_token']) =>
    world.tenant.fetch(
      new Request(`${hosts.graph}/v1.0${path}`, {
        headers: { authorization: `Bearer ${String(token)}` },
      }),
    );
  const renew = () =>
    askForToken(world.tenant, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
  return { ...world, graph, renew };
}

test('a new key signs new tokens and is published beside the old ones, which still count', async () => {
  const { tenant, tell, graph, renew } = await session();
  const kids = async () => {
    const answer = await tenant.fetch(new Request(`${hosts.login}/common/discovery/v2.0/keys`));
    const { keys } = (await answer.json()) as { keys: { kid: string }[] };
    return keys.map(({ kid }) => kid);
  };
  const before = await kids();
  expect((await tell('keys')).status).toBe(204);
  const after = await kids();
  expect(after).not.toEqual(before);
  expect((await graph()).status).toBe(200);
  const { body } = await renew();
  const { kid } = JSON.parse(
    Buffer.from(String(body['access_token']).split('.')[0] ?? '', 'base64url').toString(),
  ) as { kid: string };
  expect(before).not.toContain(kid);
  expect(after).toContain(kid);
  expect((await graph('/me', body['access_token'])).status).toBe(200);
});

test('without a licence there is no mailbox, and with one there is again', async () => {
  const { tell, graph } = await session();
  const letters = async () => (await graph('/me/messages?$top=1')).status;
  expect(await letters()).toBe(200);
  await tell('licence', { user: adele, licensed: false });
  expect(await letters()).toBe(404);
  await tell('licence', { user: adele, licensed: true });
  expect(await letters()).toBe(200);
});

test('expired tokens are refused: the access token alone, or the refresh token too', async () => {
  const { tell, graph, renew } = await session();
  await tell('expire');
  expect((await graph()).status).toBe(401);
  const { status, body } = await renew();
  expect(status).toBe(200);
  expect((await graph('/me', body['access_token'])).status).toBe(200);
  await tell('expire', { refreshTokens: true });
  expect((await renew()).body).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
});

test('a throttled Graph says for how long, or keeps it from pages', async () => {
  const { tell, graph } = await session();
  await tell('throttle', { times: 2, retryAfter: 1.5 });
  const first = await graph();
  expect(first.status).toBe(429);
  expect(first.headers.get('retry-after')).toBe('1.5');
  expect(await first.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
  expect((await graph()).status).toBe(429);
  expect((await graph()).status).toBe(200);
  await tell('throttle', { retryAfter: 3, hidden: true });
  const hidden = await graph();
  expect(hidden.headers.get('access-control-expose-headers')).not.toMatch(/retry-after/i);
});

test('a scenario is taken back as it was given, keys aside', async () => {
  const { ask, tell } = await steered();
  await tell('policies', { userConsent: 'none' });
  await tell('account', { user: adele, difficulty: 'disabled' });
  await tell('world', { mailboxSize: 12, seed: 5 });
  await tell('services', { discovery: 'blocked' });
  await tell('keys');
  const scenario = await ask<Record<string, unknown>>('scenario');
  const other = await steered();
  expect((await other.tell('scenario', scenario)).status).toBe(204);
  expect(await other.ask('scenario')).toEqual(scenario);
  expect(await other.ask('services')).toMatchObject({ chosen: { discovery: 'blocked' } });
  const people =
    await other.ask<{ user: string; difficulty: string; mailboxSize: number }[]>('people');
  expect(people.find(({ user }) => user === adele)).toMatchObject({
    difficulty: 'disabled',
    mailboxSize: 12,
  });
});

test('an application of one’s own is registered, changed and refused when it makes no sense', async () => {
  const { tenant, ask, tell } = await steered();
  const own = '6f1d2c3b-0000-4000-8000-000000000001';
  await tell('applications', {
    clientId: own,
    displayName: 'My app',
    redirectUris: [{ uri: 'http://localhost/mine', type: 'spa' }],
  });
  await tell('applications', { clientId: own, displayName: 'My other app' });
  const all =
    await ask<{ clientId: string; displayName: string; redirectUris: unknown[] }[]>('applications');
  expect(all.filter(({ clientId: id }) => id === own)).toMatchObject([
    { displayName: 'My other app', redirectUris: [{ uri: 'http://localhost/mine' }] },
  ]);
  expect(all.map(({ clientId: id }) => id)).toContain(clientId);
  const view = await new TestBrowser(tenant).open(
    await authorizeUrl({ client_id: own, redirect_uri: 'http://localhost:8080/mine' }),
  );
  expect(view.heading).toBe('Pick an account');
  expect((await tell('applications', { clientId: own, audience: 'nobody' })).status).toBe(400);
  expect((await tell('applications', { redirectUris: [{ uri: 'x', type: 'y' }] })).status).toBe(
    400,
  );
});

test('consent can be given before anybody asks, by one person or for everybody, and only for what there is', async () => {
  const { tenant, tell } = await steered();
  const asked = async (...scopes: string[]) => {
    const browser = new TestBrowser(tenant);
    const scope = ['openid profile offline_access User.Read', ...scopes].join(' ');
    await browser.open(await authorizeUrl({ scope }));
    const { answer, html } = await browser.choose(adele);
    return answer.has('code') ? [] : scopes.filter((name) => html.includes(words[name] ?? ''));
  };
  const words: Record<string, string> = {
    'Mail.Read': 'Read your mail',
    'Contacts.Read': 'Read your contacts',
  };
  const given = async (body: object) => (await tell('grants', { clientId, ...body })).status;
  const scope = 'openid profile offline_access User.Read Mail.Read';
  expect(await asked('Mail.Read')).toEqual(['Mail.Read']);
  expect(await given({ user: adele, scope })).toBe(204);
  expect(await asked('Mail.Read')).toEqual([]);
  expect(await asked('Mail.Read', 'Contacts.Read')).toEqual(['Contacts.Read']);
  expect(await given({ tenantId: company.tenantId, scope: 'Contacts.Read' })).toBe(204);
  expect(await asked('Mail.Read', 'Contacts.Read')).toEqual([]);
  expect(await given({ scope: 'Mail.Read' })).toBe(400);
  expect(await given({ user: adele, scope: 'Mail.Raed' })).toBe(400);
  expect(await given({ user: 'nobody@northlight.example', scope: 'Mail.Read' })).toBe(404);
  expect(await given({ clientId: 'none', user: adele, scope: 'Mail.Read' })).toBe(404);
});

test('who was signed in at a browser before is asked nothing there, and at no other', async () => {
  const { tenant, tell } = await steered();
  const scope = 'openid profile offline_access Mail.Read';
  await tell('grants', { clientId, user: adele, scope: 'Mail.Read' });
  const silent = async (session: string) => {
    const browser = new TestBrowser(tenant);
    browser.session = session;
    const { answer } = await browser.open(await authorizeUrl({ scope, prompt: 'none' }));
    return answer.get('error') ?? (answer.has('code') ? 'signed in' : 'asked');
  };
  const { session } = (await (await tell('sessions', { user: adele })).json()) as {
    session: string;
  };
  expect(await silent(session)).toBe('signed in');
  expect(await silent(crypto.randomUUID())).toBe('login_required');
  expect((await tell('sessions', { user: 'nobody@northlight.example' })).status).toBe(404);
});

test.each([
  ['policies', { userConsent: 'everything' }, 'legacy, recommended'],
  ['policies', { userConsents: 'none' }, 'adminConsentRequests'],
  ['policies', { conditionalAccess: 'mfa' }, 'a list'],
  ['policies', { conditionalAccess: [{ when: 'everything', require: 'sms' }] }, 'mfa'],
  ['account', { user: 'adele@northlight.example', difficulty: 'tired' }, 'disabled'],
  ['licence', { user: 'adele@northlight.example' }, 'true or false'],
  ['clock', { advance: 'an hour' }, 'seconds'],
  ['network', { latency: -1 }, 'milliseconds'],
  ['world', { seed: 'other' }, 'a whole number'],
  ['services', { discovery: 'shut' }, 'discovery cannot be shut'],
  ['scenario', { services: { discovery: 'shut' } }, 'discovery cannot be shut'],
  ['scenario', { policy: {} }, 'no policy'],
  ['scenario', { faults: {} }, 'faults is a list'],
  ['scenario', { policies: { userConsent: 'everything' } }, 'legacy, recommended'],
  ['scenario', [], 'an object'],
])('what is misspelt in %s is refused instead of kept: %j', async (what, body, words) => {
  const { ask, tell } = await steered();
  const before = await ask('scenario');
  const answer = await tell(what, body);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)]);
  expect(await ask('scenario')).toEqual(before);
});

test.each([
  ['no certificate', /PEM.*base64 of the DER/],
  ['AAAA', /PEM.*base64 of the DER/],
  ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', /is a private key/],
])('what is no certificate is told what is expected: %s', async (certificate, words) => {
  const { tell } = await steered();
  const application = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';
  const answer = await tell('certificates', { clientId: application, certificate });
  const said = await answer.text();
  expect([answer.status, said]).toEqual([400, expect.stringMatching(words)]);
  expect(said).not.toMatch(/atob|encoded|InvalidCharacter/);
});
