import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { redeemCode, SignInRefused } from './redeem-code.ts';

const cloud = clouds.global;
const pathname = '/auth/callback/global';
const now = 1_800_000_000_000;
const pending: PendingSignIn = {
  state: 's',
  nonce: 'n',
  codeVerifier: 'v'.repeat(43),
  cloud: 'global',
  clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  tenant: 'common',
  redirectUri: `https://app.example${pathname}`,
  resource: cloud.graph,
  scope: 'openid User.Read',
  also: [],
  claims: '{}',
  purpose: 'sign-in',
  returnTo: '/mail',
  isDeveloper: false,
  createdAt: now,
};
let sent: string[];

const redeem = (hash: string, more: Partial<PendingSignIn> = {}) =>
  redeemCode({ pathname, search: '', hash }, { ...pending, ...more }, cloud);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => error,
  );

beforeEach(() => {
  sent = [];
  vi.useFakeTimers({ now, toFake: ['Date'] });
  connect(
    async (request) => {
      sent.push(request.url.split('?')[0] ?? '');
      return Response.json({ keys: [] });
    },
    (origin) => origin === cloud.login,
  );
});
afterEach(() => void vi.useRealTimers());

describe('an answer in the fragment', () => {
  test.each([
    ['state', '#state=s&state=s&code=c'],
    ['code', '#code=c&code=d&state=s'],
    ['error', '#error=access_denied&error=x&state=s'],
    ['iss', '#code=c&state=s&iss=a&iss=a'],
  ])('with more than one %s is refused as that, and nothing is sent', async (name, hash) => {
    expect(await failureOf(redeem(hash))).toMatchObject({
      context: { returnTo: '/mail' },
      cause: { kind: 'answer-refused', message: `The answer has more than one ${name}.` },
    });
    expect(sent).toEqual([]);
  });

  test('is good for ten minutes, and not for a moment longer', async () => {
    const tenMinutes = 10 * 60_000;
    const late = await failureOf(redeem('#code=c&state=s', { createdAt: now - tenMinutes - 1 }));
    expect(late).toMatchObject({
      context: { returnTo: '/mail' },
      cause: { kind: 'sign-in-expired' },
    });
    expect(sent).toEqual([]);
    const { askedAt } = await redeem('#code=c&state=s', { createdAt: now - tenMinutes });
    expect(askedAt).toBe(now);
    expect(sent.toSorted()).toEqual([
      `${cloud.login}/common/discovery/v2.0/keys`,
      `${cloud.login}/common/oauth2/v2.0/token`,
    ]);
  });

  test('that refuses says where to go back to, and what had been asked for', async () => {
    const error = await failureOf(redeem('#error=access_denied&state=s'));
    expect(error).toBeInstanceOf(SignInRefused);
    expect(error).toMatchObject({
      endpoint: 'authorize',
      context: {
        returnTo: '/mail',
        resource: cloud.graph.identifier,
        scopes: ['openid', 'User.Read'],
      },
    });
    expect(sent).toEqual([]);
  });

  test('whose code finds no connection says which endpoint that was', async () => {
    connect(
      async () => {
        throw new Error('gone');
      },
      () => true,
    );
    expect(await failureOf(redeem('#code=c&state=s'))).toMatchObject({
      endpoint: 'token',
      context: { returnTo: '/mail', resource: cloud.graph.identifier },
      cause: { kind: 'network', reason: 'network' },
    });
  });
});
