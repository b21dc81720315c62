/** The same client at a server nobody here wrote: what only our own simulated tenant would accept cannot pass here. */
import { expect, test } from 'vitest';
import { cloud, operatorOnLoopback, tenantId } from './oidc-provider.test-kit.ts';
import { answerOf, arriveAt, openTab } from './tenant.test-kit.ts';

const operator = operatorOnLoopback();
const tab = () => openTab({ tenant: tenantId }, cloud);
const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://api.op.invalid/me',
} as const;

async function leave(change: (url: URL) => void = () => undefined) {
  const before = tab();
  await before.vault.signIn({ kind: 'sign-in' }, '/mail');
  const url = new URL(before.leftTo);
  change(url);
  return operator.visit(url.href);
}

async function signIn(change?: (url: URL) => void) {
  const back = await leave(change);
  const arrived = tab();
  const returnedTo = await arriveAt(arrived, answerOf(back));
  return { ...arrived, back, returnedTo };
}

const grants = () => operator.tokenRequests.map((form) => form.get('grant_type'));
const refused = (kind: string) => ({ kind: 'failed', failure: { kind } });

/** The API turns the token away, which makes the vault fetch a new one. */
async function renew(vault: Awaited<ReturnType<typeof signIn>>['vault']) {
  operator.turnedAway = true;
  try {
    return await vault.send(me);
  } finally {
    operator.turnedAway = false;
  }
}

test('a person signs in by code and PKCE, with a signature checked, and the token is good for the API', async () => {
  const { vault, back, returnedTo } = await signIn();
  expect(vault.session.get()).toMatchObject({
    kind: 'signed-in',
    account: { tenantId, name: 'Adele Thornbury', username: 'adele@op.invalid' },
    refusedScopes: [],
  });
  expect(returnedTo).toBe('/mail');
  // This server names its issuer in the answer (RFC 9207), and the client has compared it.
  expect(new URLSearchParams(back.hash.slice(1)).get('iss')).toContain(tenantId);
  expect((await vault.send(me)).status).toBe(200);
  expect(grants()).toEqual(['authorization_code']);
});

test('a renewal takes the next refresh token each time, and the new token is good for the API', async () => {
  const { vault } = await signIn();
  for (let round = 0; round < 3; round += 1) await renew(vault);
  expect((await vault.send(me)).status).toBe(200);
  const used = operator.tokenRequests.map((form) => form.get('refresh_token')).slice(1);
  expect(used).toHaveLength(3);
  expect(new Set(used).size).toBe(3);
  expect(new Set(operator.presented).size).toBe(4);
});

test('an old refresh token is refused by the server, and that ends in "sign in" without another attempt', async () => {
  const { vault } = await signIn();
  await renew(vault);
  const old = operator.tokenRequests.at(-1)?.get('refresh_token') ?? '';
  operator.changeForm = (form) => form.set('refresh_token', old);
  await expect(renew(vault)).rejects.toMatchObject({
    kind: 'sign-in-required',
    detail: { error: 'invalid_grant' },
  });
  const sent = operator.tokenRequests.length;
  await expect(renew(vault)).rejects.toMatchObject({ kind: 'sign-in-required' });
  expect(operator.tokenRequests).toHaveLength(sent);
});

test('a code that is sent a second time is refused by the server', async () => {
  const before = tab();
  await before.vault.signIn({ kind: 'sign-in' }, '/');
  const records = Object.keys(sessionStorage).map((key) => [key, sessionStorage.getItem(key)]);
  const answer = answerOf(await operator.visit(before.leftTo));
  const first = tab();
  await arriveAt(first, answer);
  expect(first.vault.session.get().kind).toBe('signed-in');
  for (const [key, record] of records) sessionStorage.setItem(key ?? '', record ?? '');
  const second = tab();
  await arriveAt(second, answer);
  expect(second.vault.session.get()).toMatchObject(refused('sign-in-expired'));
  // RFC 6749 section 4.1.2: what the code had given is taken back.
  expect((await first.vault.send(me).catch((error: unknown) => error)) as object).toMatchObject({
    kind: 'sign-in-required',
  });
});

test('the server refuses a code with another verifier than the one that was announced', async () => {
  operator.changeForm = (form) => form.set('code_verifier', 'v'.repeat(43));
  expect((await signIn()).vault.session.get()).toMatchObject(refused('sign-in-expired'));
});

test('the server refuses a request without PKCE, and that is a matter of configuration', async () => {
  const { vault } = await signIn((url) => url.searchParams.delete('code_challenge'));
  expect(vault.session.get()).toMatchObject(refused('configuration'));
  expect(operator.tokenRequests).toEqual([]);
});

test('an id_token with a nonce that is not ours is refused, although the server signed it', async () => {
  const { vault } = await signIn((url) => url.searchParams.set('nonce', 'n'.repeat(43)));
  expect(vault.session.get()).toMatchObject(refused('id-token-refused'));
});

test.each<[string, (keys: Record<string, unknown>[]) => void]>([
  ['bears no issuer', (keys) => keys.forEach((key) => delete key['issuer'])],
  ['signs for another tenant', (keys) => keys.forEach((key) => (key['issuer'] = `x${tenantId}`))],
  ['is not published', (keys) => keys.splice(0)],
])('an id_token whose key %s is refused', async (_, change) => {
  operator.changeKeys = change;
  expect((await signIn()).vault.session.get()).toMatchObject(refused('id-token-refused'));
});
