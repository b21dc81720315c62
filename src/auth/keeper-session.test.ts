import type { JWTPayload } from 'jose';
import { expect, test, vi } from 'vitest';
import { connect } from '#http/send.ts';
import { accountMark } from '#auth/tab/other-tabs.ts';
import { consumerTenant } from './authority.ts';
import {
  answerWith,
  cloud,
  keeperWith,
  seen,
  signedIn,
  tid,
  wirePerTest,
} from './keeper.test-kit.ts';

wirePerTest();
const { graph, exchange } = cloud;
if (!exchange) throw new Error('the global cloud has it');
const { signal } = new AbortController();

test.each([
  [
    { name: 'Ada', preferred_username: 'ada@x.test', login_hint: 'opaque' },
    { id: `${tid}.oid`, name: 'Ada', username: 'ada@x.test', isPersonal: false },
    'opaque',
  ],
  [
    { oid: undefined, preferred_username: 'ada@x.test' },
    { id: `${tid}.sub`, name: 'ada@x.test', username: 'ada@x.test', isPersonal: false },
    'ada@x.test',
  ],
  [
    { tid: consumerTenant },
    { id: `${consumerTenant}.oid`, name: 'Signed in', username: '', isPersonal: true },
    '',
  ],
])('who signed in is told by the claims, as far as they go: %o', async (claims, account, hint) => {
  const { first, result } = await signedIn(claims);
  const tenantId = (claims as JWTPayload)['tid'] ?? tid;
  expect(first.account).toEqual({ ...account, tenantId });
  expect(result).toEqual({
    returnTo: '/mail',
    hint: {
      name: account.name,
      loginHint: hint,
      tenantId,
      tenant: 'common',
      account: await accountMark(account.id),
    },
  });
});

const day = 24 * 60 * 60;

test.each([
  ['as told', { refresh_token_expires_in: 7200 }, 7200],
  ['as told in words', { refresh_token_expires_in: '60' }, 60],
  ['after a day when nothing is told', {}, day],
  ['after a day when it is told to have ended', { refresh_token_expires_in: 0 }, day],
  ['after a day when it is told before its beginning', { refresh_token_expires_in: -5 }, day],
  ['after a day when what is told is no number', { refresh_token_expires_in: 'soon' }, day],
  ['after a day when what is told has no end', { refresh_token_expires_in: '1e999' }, day],
])('the session ends %s', async (_, answer, seconds) => {
  const { first, askedAt } = await signedIn({}, { answer });
  expect(first.endsAt).toBe(askedAt + seconds * 1000);
});

test('the time of its token counts from before the code was sent', async () => {
  const { first, askedAt } = await signedIn();
  expect(first.grants.map(({ expiresAt }) => expiresAt)).toEqual([askedAt + 3_600_000]);
});

test('a session without a refresh token has no end of its own', async () => {
  const { first } = await signedIn({}, { answer: { refresh_token: undefined } });
  expect(first.endsAt).toBe(0);
});

test('what was asked for and not granted is told as refused', async () => {
  const { first } = await signedIn({}, { answer: { scope: 'openid User.Read' } });
  expect(first.refusedScopes).toEqual(['Mail.Read']);
  expect(first.grants).toMatchObject([
    { resource: graph.identifier, scopes: expect.arrayContaining(['User.Read']) as unknown },
  ]);
});

test('a grant says what its scopes do for, so that nobody outside has to know', async () => {
  const { first } = await signedIn({}, { answer: { scope: 'openid Mail.ReadWrite' } });
  expect(first.grants[0]?.scopes).not.toContain('Mail.Read');
  expect(first.grants[0]?.covers).toContain('mail.read');
  expect(first.grants[0]?.covers).toContain('mail.readwrite');
});

test('the deployment has the last word about a developer session, and is asked for no other', async () => {
  const pending = { isDeveloper: true };
  const allowed = await signedIn({}, { pending });
  expect(allowed.first.isDeveloper).toBe(true);
  seen.said = [];
  const of = keeperWith({ developerSessions: false });
  expect((await signedIn({}, { pending }, of)).first.isDeveloper).toBe(false);
  seen.said = [];
  const plain = await signedIn();
  expect([plain.first.isDeveloper, plain.asked.deployment]).toEqual([false, 0]);
});

const also = [{ resource: exchange, scopes: ['Mail.ReadWrite'] }];

test('what the page was asked for together is there together', async () => {
  const scope = `${exchange.identifier}Mail.ReadWrite`;
  seen.answers = [Response.json(await answerWith({}, { scope, id_token: undefined }))];
  await signedIn({}, { pending: { also } });
  await vi.waitFor(() => expect(seen.said).toHaveLength(2));
  expect(seen.said[1]).toMatchObject({
    grants: [{ resource: graph.identifier }, { resource: exchange.identifier }],
    refusedScopes: [],
  });
  expect(seen.sent.some((each) => each.includes('grant_type=refresh_token'))).toBe(true);
});

test('of what was asked for together, a refusal is told with the others, and trouble is not', async () => {
  const scope = { scope: `${exchange.identifier}Mail.Read`, id_token: undefined };
  seen.answers = [Response.json(await answerWith({}, scope))];
  const both = { pending: { also }, answer: { scope: 'openid User.Read' } };
  const { first } = await signedIn({}, both);
  await vi.waitFor(() => expect(seen.said).toHaveLength(3));
  expect(first.refusedScopes).toEqual(['Mail.Read']);
  expect(seen.said[2]).toMatchObject({ refusedScopes: ['Mail.Read', 'Mail.ReadWrite'] });

  seen.said = [];
  seen.answers = [new Response('{}', { status: 503 })];
  await signedIn({}, both);
  await vi.waitFor(() => expect(seen.said).toHaveLength(2));
  await new Promise((done) => setTimeout(done));
  expect(seen.said[1]).toMatchObject({ refusedScopes: ['Mail.Read'] });
  expect(seen.said).toHaveLength(2);
});

test('a refusal of what was asked for together is told to nobody who has signed out meanwhile', async () => {
  let answer: ((response: Response) => void) | undefined;
  connect(
    (request) =>
      request.url.includes('/keys')
        ? Promise.resolve(Response.json({ keys: [] }))
        : new Promise((done) => {
            answer = done;
          }),
    () => true,
  );
  const { keeper } = await signedIn({}, { pending: { also } });
  await vi.waitFor(() => expect(answer).toBeDefined());
  await keeper.signOut({ hint: undefined }, signal);
  const refusal = { error: 'invalid_grant', suberror: 'consent_required' };
  answer?.(Response.json(refusal, { status: 400 }));
  await new Promise((done) => setTimeout(done, 20));
  expect(seen.said.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-out']);
});

test('what comes after the sign-out is told to nobody', async () => {
  let answer: ((response: Response) => void) | undefined;
  const { keeper } = await signedIn();
  connect(
    () =>
      new Promise((done) => {
        answer = done;
      }),
    () => true,
  );
  const asked = keeper.send(
    { resource: exchange, scopes: ['Mail.Read'], method: 'GET', url: `${exchange.origin}/api` },
    signal,
  );
  asked.catch(() => undefined);
  await vi.waitFor(() => expect(answer).toBeDefined());
  await keeper.signOut({ hint: undefined }, signal);
  answer?.(new Response('{}', { status: 503 }));
  await expect(asked).rejects.toMatchObject({ kind: 'unavailable' });
  expect(seen.said.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-out']);
});
