import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import type { HeldTokens } from './held-tokens.ts';
import { refreshOnce } from './refresh-once.ts';
import type { TokenSet } from './token-set.ts';

const cloud = clouds.global;
const { graph } = cloud;
const keys = { get: async () => [], newer: () => undefined };
const idToken = { text: 'an older one' };

let sent: URLSearchParams[];
let answer: object;
let held: HeldTokens;
let respond: () => Response;
const refresh = (scopes: string[]) =>
  refreshOnce(cloud, 'client', keys, held, graph, scopes, undefined);
const scopesSent = () => sent.at(-1)?.get('scope')?.split(' ').slice(3);

beforeEach(() => {
  sent = [];
  answer = { access_token: 'next', token_type: 'Bearer', expires_in: 3600 };
  respond = () => Response.json(answer);
  connect(
    async (request) => {
      sent.push(new URLSearchParams(await request.text()));
      return respond();
    },
    () => true,
  );
  held = {
    claims: { tid: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3' },
    refreshToken: 'first',
    refreshTokenEndsAt: Date.now() + 60_000,
    rotations: 0,
    idToken,
    tokens: new Map([
      [graph.identifier, { scopes: ['Mail.Read', '.default'] } as unknown as TokenSet],
    ]),
  } as unknown as HeldTokens;
});

afterEach(() => void vi.useRealTimers());

test('its time counts from before the request, however long the answer took', async () => {
  const askedAt = Date.now();
  vi.useFakeTimers({ now: askedAt, toFake: ['Date'] });
  respond = () => {
    vi.setSystemTime(askedAt + 20_000);
    return Response.json(answer);
  };
  const times = { askedAt, expiresAt: askedAt + 3_600_000 };
  expect(await refresh(['User.Read'])).toMatchObject(times);
});

test('what a token could do before its successor can do as well', async () => {
  const token = await refresh(['User.Read']);
  expect(sent[0]?.get('scope')).toBe('openid profile offline_access Mail.Read User.Read');
  expect(token.asked).toEqual(['Mail.Read', 'User.Read']);
  expect(held.tokens.get(graph.identifier)).toBe(token);
});

test('what the token covers already is not asked for: without consent of its own it would be refused', async () => {
  held.tokens.set(graph.identifier, { scopes: ['Mail.ReadWrite'] } as unknown as TokenSet);
  answer = { ...answer, scope: 'Mail.ReadWrite Contacts.Read' };
  const token = await refresh(['Mail.Read', 'Contacts.Read']);
  expect(scopesSent()).toEqual(['Mail.ReadWrite', 'Contacts.Read']);
  expect(token.scopes).toEqual(['Mail.ReadWrite', 'Contacts.Read']);
});

test('everything is asked for alone', async () => {
  answer = { ...answer, scope: 'User.Read' };
  const { asked } = await refresh(['User.Read', '.default']);
  expect(scopesSent()).toEqual(['https://graph.microsoft.com/.default']);
  expect(asked).toEqual(['.default']);
  held.tokens.clear();
  await refresh(['.default']);
  expect(scopesSent()).toEqual(['https://graph.microsoft.com/.default']);
});

test('a younger refresh token takes the place of the older one; without one that stays', async () => {
  await refresh(['User.Read']);
  expect(held).toMatchObject({ refreshToken: 'first', rotations: 0, idToken });
  answer = { ...answer, refresh_token: 'second' };
  await refresh(['User.Read']);
  expect(held).toMatchObject({ refreshToken: 'second', rotations: 1 });
  expect(held.rotatedAt).toBeGreaterThan(Date.now() - 10_000);
  expect(sent.map((form) => form.get('refresh_token'))).toEqual(['first', 'first']);
});

test('what is missing is named, and what came is kept', async () => {
  answer = { ...answer, scope: 'User.Read' };
  await expect(refresh(['User.Read', 'Mail.Send', 'Files.Read'])).rejects.toMatchObject({
    kind: 'consent-required',
    message: 'Not granted: Mail.Send, Files.Read.',
    detail: { resource: graph.identifier, scopes: ['Mail.Send', 'Files.Read'] },
  });
  expect(held.tokens.get(graph.identifier)?.scopes).toEqual(['User.Read']);
});

test.each([
  ['no refresh token', { refreshToken: undefined }],
  ['a refresh token whose day is over', { refreshTokenEndsAt: Date.now() - 1 }],
])('with %s nobody is asked', async (_, ended) => {
  Object.assign(held, ended);
  await expect(refresh(['User.Read'])).rejects.toMatchObject({
    kind: 'sign-in-required',
    message: 'The sign-in has ended.',
    detail: { resource: graph.identifier, scopes: ['User.Read'] },
  });
  expect(sent).toEqual([]);
});

test('a refresh token that is dead is let go of, unless a younger one has come meanwhile', async () => {
  const dead = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
  respond = () => {
    held.refreshToken = 'younger';
    return dead();
  };
  await expect(refresh(['User.Read'])).rejects.toMatchObject({ kind: 'sign-in-required' });
  expect(held.refreshToken).toBe('younger');
  respond = dead;
  await expect(refresh(['User.Read'])).rejects.toMatchObject({ kind: 'sign-in-required' });
  expect(held.refreshToken).toBeUndefined();
});

test('another refusal keeps the refresh token', async () => {
  respond = () => Response.json({ error: 'interaction_required' }, { status: 400 });
  await expect(refresh(['User.Read'])).rejects.toMatchObject({ kind: 'interaction-required' });
  expect(held.refreshToken).toBe('first');
});
