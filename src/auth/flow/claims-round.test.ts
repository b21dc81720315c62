import { beforeEach, expect, test } from 'vitest';
import type { AuthorizedRequest } from '#auth/vault.ts';
import { cloud, signIn, tenantPerTest } from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const merged = {
  id_token: { login_hint: { essential: false } },
  access_token: { acrs: { essential: true, value: 'c1' }, xms_cc: { values: ['cp1'] } },
};
const plain = { ...merged, access_token: { xms_cc: { values: ['cp1'] } } };
const me: AuthorizedRequest = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
};
/** Tokens that reached Graph, and the claims of every token request. */
const calls: (string | null)[] = [];
const asked: unknown[] = [];

beforeEach(() => {
  calls.length = 0;
  asked.length = 0;
});

/** Graph sends so many of the next calls back, or all with the first token; the token endpoint answers by itself, or as told. */
function sendBack(challenges: number | 'first token', answerRefresh?: () => Response) {
  tenant.fault = async (request) => {
    if (request.url.includes('/token')) {
      const form = new URLSearchParams(await request.clone().text());
      asked.push(JSON.parse(form.get('claims') ?? 'null'));
      return form.get('grant_type') === 'refresh_token' ? answerRefresh?.() : undefined;
    }
    if (!request.url.includes('/v1.0/me')) return undefined;
    calls.push(request.headers.get('authorization'));
    const isGood =
      challenges === 'first token' ? calls.at(-1) !== calls[0] : calls.length > challenges;
    return isGood ? undefined : challenge();
  };
}

function challenge() {
  const header = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
  return new Response('{}', { status: 401, headers: { 'www-authenticate': header } });
}

const refused =
  (error: string, more: object = {}) =>
  () =>
    Response.json({ error, error_description: 'AADSTS50076: No.', ...more }, { status: 400 });

test('page and token endpoint are both told that this client understands challenges', async () => {
  sendBack(0);
  const { sent } = await signIn(tenant);
  expect(JSON.parse(sent.searchParams.get('claims') ?? '')).toEqual(plain);
  expect(asked).toEqual([plain]);
});

test('a challenge is met with one renewal that carries its claims, and forgotten', async () => {
  const { vault } = await signIn(tenant);
  sendBack(1);
  expect((await vault.send(me)).status).toBe(200);
  expect(calls).toHaveLength(2);
  expect(calls[0]).not.toBe(calls[1]);
  expect(asked).toEqual([merged]);

  const missing = { ...me, scopes: ['Mail.Read'] };
  await expect(vault.send(missing)).rejects.toMatchObject({ kind: 'consent-required' });
  expect(asked).toEqual([merged, plain]);
});

test('calls that are challenged at once share one renewal', async () => {
  const { vault } = await signIn(tenant);
  sendBack('first token');
  const answers = await Promise.all([1, 2, 3].map(() => vault.send(me)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(asked).toEqual([merged]);
});

test('a second challenge is for the person, with its claims, after one round', async () => {
  const { vault } = await signIn(tenant);
  sendBack(9);
  await expect(vault.send(me)).rejects.toMatchObject({
    kind: 'interaction-required',
    detail: { claims, resource: cloud.graph.identifier, scopes: ['User.Read'] },
  });
  expect(calls).toHaveLength(2);
  expect(asked).toEqual([merged]);
  expect(vault.session.get().kind).toBe('signed-in');
});

test.each([
  ['invalid_grant', { suberror: 'bad_token' }, claims],
  ['interaction_required', {}, claims],
  [
    'interaction_required',
    { claims: '{"access_token":{"capolids":{}},"odd":{"a":1}}' },
    '{"access_token":{"acrs":{"essential":true,"value":"c1"},"capolids":{}},"odd":{"a":1}}',
  ],
  ['invalid_grant', { suberror: 'basic_action', claims: 'unreadable' }, claims],
])('a renewal that ends in %s %o is for the person', async (error, more, expected) => {
  const { vault } = await signIn(tenant);
  sendBack(1, refused(error, more));
  await expect(vault.send(me)).rejects.toMatchObject({
    kind: 'interaction-required',
    detail: { error, claims: expected, description: 'AADSTS50076: No.' },
  });
  expect(calls).toHaveLength(1);
  expect(asked).toHaveLength(1);
});

test.each(['basic_action', 'additional_action', 'message_only'])(
  'a policy that refuses one API (%s) leaves the session as it is',
  async (suberror) => {
    const { vault } = await signIn(tenant);
    sendBack(1, refused('invalid_grant', { suberror }));
    await expect(vault.send(me)).rejects.toMatchObject({ kind: 'interaction-required' });
    const session = vault.session.get();
    expect(session.kind === 'signed-in' && session.endsAt).toBeGreaterThan(Date.now());
    sendBack(0);
    expect((await vault.send(me)).status).toBe(200);
  },
);

test('a token that was sent back is not sent again, even when there is no other', async () => {
  const { vault } = await signIn(tenant);
  sendBack(1, refused('interaction_required'));
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'interaction-required' });
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'interaction-required' });
  expect(calls).toHaveLength(1);
});

test('a token that was sent back and could not be renewed is not said to hold any longer', async () => {
  const { vault } = await signIn(tenant);
  const until = () => {
    const session = vault.session.get();
    return session.kind === 'signed-in' ? session.grants.map(({ expiresAt }) => expiresAt) : [];
  };
  expect(until()[0]).toBeGreaterThan(Date.now() + 60_000);
  sendBack(1, refused('interaction_required'));
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'interaction-required' });
  expect(until()).toHaveLength(1);
  expect(until()[0]).toBeLessThanOrEqual(Date.now());
});

test('a refusal that has nothing to do with the person stays what it is', async () => {
  const { vault } = await signIn(tenant);
  sendBack(1, refused('invalid_grant', { suberror: 'consent_required' }));
  await expect(vault.send(me)).rejects.toMatchObject({ kind: 'consent-required' });
});

test('the page is asked with the claims of the challenge, and so is the redemption', async () => {
  await signIn(tenant);
  sendBack(0);
  const { sent } = await signIn(tenant, { purpose: { kind: 'step-up', claims } });
  expect(JSON.parse(sent.searchParams.get('claims') ?? '')).toEqual(merged);
  expect(asked).toEqual([merged]);
});

test('claims that nobody can read do not keep a person from signing in', async () => {
  const { sent, vault } = await signIn(tenant, { purpose: { kind: 'step-up', claims: '{' } });
  expect(JSON.parse(sent.searchParams.get('claims') ?? '')).toEqual(plain);
  expect(vault.session.get().kind).toBe('signed-in');
});
