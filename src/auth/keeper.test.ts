import { afterEach, expect, test, vi } from 'vitest';
import { signedOutState } from '#config/paths.ts';
import { NetworkError } from '#http/network-error.ts';
import { SignInRefused } from '#auth/tokens/redeem-code.ts';
import { AuthError } from './auth-error.ts';
import {
  answerWith,
  cloud,
  keeperWith,
  redirectUri,
  seen,
  signedIn,
  tid,
  wirePerTest,
} from './keeper.test-kit.ts';

wirePerTest();
const { graph } = cloud;
const { signal } = new AbortController();
afterEach(() => void vi.useRealTimers());

const trace = { correlationId: 'c', timestamp: '2026-11-27T00:00:00.000Z', online: false };
const context = { returnTo: '/calendar', resource: graph.identifier };

test.each([
  [
    'a lost connection',
    new SignInRefused('token', context, new NetworkError('network', 'https://x', 'Lost.', trace)),
    { ...context, ...trace, kind: 'network', message: 'Lost.' },
  ],
  [
    'a refusal',
    new SignInRefused('token', context, new Error('Odd.')),
    {
      ...context,
      kind: 'answer-refused',
      message: 'Odd.',
      timestamp: expect.stringMatching(/Z$/) as string,
    },
  ],
  [
    'an answer without a proof of who it is',
    new AuthError({ kind: 'answer-refused', message: 'No id_token.' }),
    { kind: 'answer-refused', message: 'No id_token.' },
  ],
  ['an error of our own', new Error('A slip.'), { kind: 'answer-refused', message: 'A slip.' }],
  ['whatever is thrown', 'x', { kind: 'answer-refused', message: 'Unknown failure' }],
])(
  '%s ends the sign-in as a failure that says so, with the way back',
  async (_, thrown, failure) => {
    const { keeper } = keeperWith();
    const { returnTo = '/' } = failure as { returnTo?: string };
    expect(await keeper.take(Promise.reject(thrown as Error))).toEqual({
      returnTo,
      hint: undefined,
    });
    expect(seen.said).toEqual([{ kind: 'failed', failure }]);
  },
);

test('a developer session stays one on the way to a further permission, unless it is chosen anew', async () => {
  const { keeper } = await signedIn({}, { pending: { isDeveloper: true } });
  const question = { purpose: { kind: 'sign-in' }, returnTo: '/files', hint: undefined } as const;
  const kept = await keeper.beginSignIn({ ...question, choices: {} }, signal);
  expect(kept.pending).toMatchObject({ isDeveloper: true, returnTo: '/files' });
  const ended = await keeper.beginSignIn({ ...question, choices: { isDeveloper: false } }, signal);
  expect(ended.pending.isDeveloper).toBe(false);
  const nobody = await keeperWith().keeper.beginSignIn({ ...question, choices: {} }, signal);
  expect(nobody.pending.isDeveloper).toBe(false);
});

const request = {
  resource: graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: `${graph.origin}/v1.0/me`,
} as const;

test('nobody who is not signed in sends anything, and nobody sends a token elsewhere', async () => {
  const { keeper } = keeperWith();
  const nobody = { kind: 'sign-in-required', message: 'Nobody is signed in.' };
  await expect(keeper.send(request, signal)).rejects.toMatchObject(nobody);
  const elsewhere = { ...request, url: 'https://evil.example/' };
  await signedIn({}, {}, keeperWith());
  const refused = { kind: 'configuration' };
  await expect(keeper.send(elsewhere, signal)).rejects.toMatchObject(refused);
  const reduced = { request: elsewhere, scopes: [] };
  await expect(keeper.sendWithOnly(reduced, signal)).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining('evil.example') as unknown,
  });
  expect(seen.sent.filter((each) => !each.includes('/keys'))).toEqual([]);
});

test('where nobody is signed in there is nothing to forget, and nothing in the way of signing out', async () => {
  const { keeper } = keeperWith();
  expect(await keeper.forgetToken({ resource: graph.identifier }, signal)).toBeNull();
  expect(await keeper.look({ visible: true }, signal)).toBeNull();
  expect(await keeper.signOut({ hint: undefined }, signal)).toContain('/logout?');
  expect(seen.said).toEqual([{ kind: 'signed-out', hint: undefined }]);
});

test('a token that is forgotten is told of, once, and the next call fetches another', async () => {
  const { keeper } = await signedIn();
  await keeper.forgetToken({ resource: 'nobody’s' }, signal);
  expect(seen.said).toHaveLength(1);
  expect(await keeper.forgetToken({ resource: graph.identifier }, signal)).toBeNull();
  expect(seen.said[1]).toMatchObject({ kind: 'signed-in', grants: [] });
  await keeper.forgetToken({ resource: graph.identifier }, signal);
  expect(seen.said).toHaveLength(2);
  seen.answers = [Response.json(await answerWith({}, { id_token: undefined }))];
  expect((await keeper.send(request, signal)).status).toBe(200);
  expect(seen.sent.some((each) => each.includes('grant_type=refresh_token'))).toBe(true);
});

test('a page that was in sight before the sign-in is in sight after it, and none is after the sign-out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const of = keeperWith();
  expect(await of.keeper.look({ visible: true }, signal)).toBeNull();
  await signedIn({}, {}, of);
  const before = vi.getTimerCount();
  await of.keeper.look({ visible: false }, signal);
  expect(vi.getTimerCount()).toBe(before - 1);
  await of.keeper.look({ visible: true }, signal);
  expect(vi.getTimerCount()).toBe(before);
  await of.keeper.signOut({ hint: undefined }, signal);
  expect(vi.getTimerCount()).toBe(before - 1);
});

test('to sign out is to forget everything here, and to be told where Microsoft’s page is', async () => {
  const { keeper } = await signedIn({}, { pending: { isDeveloper: true } });
  expect((await keeper.inspect(null, signal)).accessTokens).toHaveLength(1);
  const text = await keeper.tokenText({ kind: 'access-token', resource: graph.identifier }, signal);
  expect(text).toBe('for graph');
  const hint = { name: '', loginHint: 'opaque', tenantId: tid, tenant: 'common', account: '' };
  const url = new URL(await keeper.signOut({ hint }, signal));
  expect(url.origin + url.pathname).toBe(`${cloud.signInPages}/common/oauth2/v2.0/logout`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    post_logout_redirect_uri: redirectUri,
    state: signedOutState,
    logout_hint: 'opaque',
  });
  expect(seen.said.at(-1)).toEqual({ kind: 'signed-out', hint: undefined });
  expect((await keeper.inspect(null, signal)).accessTokens).toEqual([]);
  const nobody = { kind: 'sign-in-required' };
  await expect(keeper.send(request, signal)).rejects.toMatchObject(nobody);
});
