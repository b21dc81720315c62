import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { connect } from '#http/send.ts';
import type { HeldTokens } from './held-tokens.ts';
import { tokenSource, type TokenSource } from './refresh.ts';
import type { SigningKeys } from './signing-keys.ts';
import { tokenSet, type TokenSet } from './token-set.ts';

const cloud = clouds.global;
const { graph } = cloud;
const minute = 60_000;
const day = 24 * 60 * minute;
const now = 1_800_000_000_000;
const keys: SigningKeys = { get: async () => [], newer: () => undefined };

let sent: URLSearchParams[];
let waiting: ((response: Response) => void)[];
let changes: number;
let held: HeldTokens;
let source: TokenSource;

/** A token for Graph that came just now and lives an hour. */
function graphToken(): TokenSet {
  const scope = 'Mail.Read';
  const answer = { access_token: 'first', token_type: 'bearer', scope, expires_in: 3600 } as const;
  const token = tokenSet(graph, answer, ['Mail.Read'], now, 'code');
  held.tokens.set(graph.identifier, token);
  return token;
}

/** Lets everything happen that waits for no time to pass. */
async function settle() {
  await vi.dynamicImportSettled();
  for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setImmediate(done));
}

/** Answers the oldest request for a token that waits. */
async function answer(body: object, init?: ResponseInit) {
  await settle();
  const next = waiting.shift();
  if (!next) throw new Error('Nobody asked');
  next(Response.json(body, init));
  await settle();
}
const good = (scope = 'Mail.Read', more: object = {}) => ({
  access_token: 'next',
  token_type: 'Bearer',
  expires_in: 3600,
  scope,
  ...more,
});
const refused = { error: 'invalid_grant', suberror: 'consent_required' };
const kindOf = (promise: Promise<unknown>) =>
  promise.catch((error: { kind: string }) => error.kind);
const read = (scope = 'Mail.Read') => source.token(graph, [scope], undefined);

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  sent = [];
  waiting = [];
  changes = 0;
  connect(
    async (request) => {
      sent.push(new URLSearchParams(await request.text()));
      return new Promise((done) => waiting.push(done));
    },
    () => true,
  );
  held = {
    claims: { tid: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3' },
    refreshToken: 'refresh',
    refreshTokenEndsAt: now + day,
    rotations: 0,
    tokens: new Map(),
  } as unknown as HeldTokens;
  source = tokenSource(cloud, 'client', keys, held, () => {
    changes += 1;
  });
});
afterEach(() => {
  source.look(false);
  vi.useRealTimers();
});

test('callers who want the same share one request, in whatever order they name it', async () => {
  const both = [
    source.token(graph, ['Mail.Read', 'User.Read'], undefined),
    source.token(graph, ['User.Read', 'Mail.Read'], undefined),
  ];
  await answer(good('Mail.Read User.Read'));
  const [one, two] = await Promise.all(both);
  expect(one?.accessToken).toBe('next');
  expect(one).toBe(two);
  expect([sent.length, changes, vi.getTimerCount()]).toEqual([1, 1, 0]);
});

test('who wants something else of the same resource waits, and asks only for what did not come', async () => {
  const first = read('Mail.Read');
  const second = read('User.Read');
  const third = read('Files.Read');
  await settle();
  expect(sent).toHaveLength(1);
  await answer(good('Mail.Read User.Read'));
  expect(await second).toBe(await first);
  await answer(good('Mail.Read User.Read Files.Read'));
  expect((await third).scopes).toContain('Files.Read');
  expect(sent).toHaveLength(2);
});

test('who waits goes on when the one before was refused', async () => {
  const first = kindOf(read('Mail.Read'));
  const second = read('User.Read');
  await answer(refused, { status: 400 });
  expect(await first).toBe('consent-required');
  await answer(good('User.Read'));
  expect((await second).accessToken).toBe('next');
});

test('a challenge is not met by a token that came meanwhile', async () => {
  const token = graphToken();
  const plain = source.token(graph, ['Mail.Read'], token);
  const challenged = source.token(graph, ['Mail.Read'], token, '{"access_token":{"a":null}}');
  await answer(good());
  await answer(good('Mail.Read', { access_token: 'with claims' }));
  expect((await plain).accessToken).toBe('next');
  expect((await challenged).accessToken).toBe('with claims');
  expect(sent.map((form) => form.get('claims')?.includes('"a":null'))).toEqual([false, true]);
});

test('a token that was turned away is over at once, and not renewed by itself', async () => {
  const token = graphToken();
  const asked = kindOf(source.token(graph, ['Mail.Read'], token));
  expect(held.tokens.get(graph.identifier)?.expiresAt).toBe(now);
  await answer({ error: 'interaction_required' }, { status: 400 });
  expect(await asked).toBe('interaction-required');
  source.look(true);
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect(sent).toHaveLength(1);
});

test('who turns an older token away does not end the one that came since', async () => {
  const old = graphToken();
  const token = { ...old, accessToken: 'newer' };
  held.tokens.set(graph.identifier, token);
  expect(await source.token(graph, ['Mail.Read'], old)).toBe(token);
  expect(sent).toHaveLength(0);
});

test('a refused permission is remembered for a minute, for these scopes and no others', async () => {
  const first = kindOf(read('Mail.Send'));
  await answer(refused, { status: 400 });
  expect(await first).toBe('consent-required');
  vi.setSystemTime(now + minute - 1);
  expect(await kindOf(read('Mail.Send'))).toBe('consent-required');
  expect(sent).toHaveLength(1);
  const another = read('User.Read');
  await answer(good('User.Read'));
  await another;
  vi.setSystemTime(now + minute);
  const again = read('Mail.Send');
  await answer(good('Mail.Send'));
  expect((await again).accessToken).toBe('next');
});

test('another refusal than of a permission is not remembered', async () => {
  const first = kindOf(read());
  await answer({ error: 'interaction_required' }, { status: 400 });
  expect(await first).toBe('interaction-required');
  const again = read();
  await answer(good());
  expect((await again).accessToken).toBe('next');
});

test('a server in trouble is left alone by whoever waits, until it has answered well again', async () => {
  const first = kindOf(read());
  await answer({}, { status: 503, headers: { 'retry-after': '90' } });
  expect(await first).toBe('unavailable');
  vi.setSystemTime(now + minute);
  await expect(read()).rejects.toMatchObject({ kind: 'unavailable', detail: { retryAfter: 30 } });
  expect(sent).toHaveLength(1);
  vi.setSystemTime(now + 91_000);
  const again = read();
  await answer(good());
  await again;
  held.tokens.clear();
  const third = kindOf(read());
  await answer({}, { status: 503 });
  await third;
  // A minute, as after the first trouble: a success has set it back.
  await expect(read()).rejects.toMatchObject({ detail: { retryAfter: 60 } });
});

test('a token that is due is handed out, and renewed behind its back, once', async () => {
  const token = { ...graphToken(), refreshAt: now };
  held.tokens.set(graph.identifier, token);
  expect(await read()).toBe(token);
  expect(await read()).toBe(token);
  await answer(good());
  expect((await read()).accessToken).toBe('next');
  expect(sent).toHaveLength(1);
});

test.each([
  ['a refusal', 'not asked for again', { error: 'interaction_required' }, 400, 1],
  ['trouble', 'asked for again after a pause', {}, 503, 2],
])('after %s a renewal ahead of need is %s', async (_, _again, body, status, times) => {
  const token = graphToken();
  held.tokens.set(graph.identifier, { ...token, refreshAt: now });
  await read();
  await answer(body, { status });
  vi.setSystemTime(now + minute);
  expect((await read()).accessToken).toBe('first');
  await settle();
  expect(sent).toHaveLength(times);
});

test('no token outlives the session, whatever it was issued for', async () => {
  graphToken();
  held = Object.assign(held, { refreshTokenEndsAt: now });
  expect(await kindOf(read())).toBe('sign-in-required');
  expect(sent).toHaveLength(0);
});

test('while somebody looks, the timer waits for the next token that is due, and not while nobody does', async () => {
  const token = graphToken();
  const { refreshAt } = token;
  const resource = { ...graph, identifier: 'another' };
  held.tokens.set('another', { ...token, resource, refreshAt: refreshAt + minute });
  source.look(true);
  await vi.advanceTimersByTimeAsync(refreshAt - now - 1);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(sent).toHaveLength(1);
  await answer(good());
  source.look(false);
  await vi.advanceTimersByTimeAsync(60 * minute);
  source.look(false);
  await settle();
  expect(sent).toHaveLength(1);
  source.look(true);
  await settle();
  expect(sent).toHaveLength(3);
});

test('after trouble the timer waits as long as the server is left alone, and at least a second', async () => {
  const token = graphToken();
  held.tokens.set(graph.identifier, { ...token, refreshAt: now + 10 });
  source.look(true);
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  await answer({}, { status: 503, headers: { 'retry-after': '30' } });
  await vi.advanceTimersByTimeAsync(29_999);
  await settle();
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(sent).toHaveLength(2);
});

test('a pause that a lost connection began is over when somebody looks again', async () => {
  const token = graphToken();
  held.tokens.set(graph.identifier, { ...token, refreshAt: now });
  connect(
    async (request) => {
      sent.push(new URLSearchParams(await request.text()));
      throw new TypeError('gone');
    },
    () => true,
  );
  await read();
  await settle();
  await read();
  await settle();
  expect([changes, sent.length]).toEqual([1, 1]);
  source.look(true);
  await settle();
  expect(sent).toHaveLength(2);
});

test('a token that is taken away is told of, and no timer waits for it', async () => {
  graphToken();
  source.look(true);
  expect(vi.getTimerCount()).toBe(1);
  held.tokens.clear();
  source.changed();
  expect([changes, vi.getTimerCount()]).toEqual([1, 0]);
});

test('without a refresh token nothing is renewed ahead, and what is good is handed out', async () => {
  const token = graphToken();
  held.refreshToken = undefined;
  source.look(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(now + 56 * minute);
  expect(await read()).toBe(token);
  await settle();
  expect(sent).toHaveLength(0);
});
