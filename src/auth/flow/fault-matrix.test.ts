/** Every step of a sign-in and of a call, with everything that can go wrong there: generated, so that no cell is forgotten. */
import { describe, expect, test } from 'vitest';
import type { CallbackAnswer } from '#auth/tokens/redeem-code.ts';
import {
  me,
  membersTwice,
  replay,
  timeout,
  walkThrough,
  withClaims,
  withoutSignature,
  type Step,
} from './fault-matrix.test-kit.ts';
import {
  answerOf,
  arriveAt,
  openTab,
  signIn,
  tenantPerTest,
  type Fault,
} from './tenant.test-kit.ts';

const tenant = tenantPerTest();
const { walk, leave, leaks, secrets } = walkThrough(tenant);

type Ends = Readonly<Record<Step, string | number>>;
/** The sign-in ends on that reason, a renewal too, and the API's own answer is handed on. */
const all = (kind: string, api: string | number = kind): Ends => ({
  keys: kind,
  code: kind,
  refresh: kind,
  api,
});
const busy = (status: number, headers: Record<string, string> = {}, body: string | null = null) =>
  [() => new Response(body, { status, headers }), all('unavailable', status)] as const;
const json = { 'content-type': 'application/json' };

const transport: Record<string, readonly [Fault, Ends]> = {
  'a lost connection': [() => Response.error(), all('network')],
  'no answer in time': [timeout, all('network')],
  '429 without a time': busy(429),
  '429 with a time': busy(429, { 'retry-after': '7' }),
  '429 with a decimal time': busy(429, { 'retry-after': '2.128' }),
  '500': busy(500),
  '503 with a page': busy(503, { 'content-type': 'text/html' }, '<h1>Busy</h1>'),
  'JSON that is none': [
    () => new Response('{"access_token":', { headers: json }),
    all('answer-refused', 200),
  ],
  'another content type': [
    async (_, next) => new Response(await (await next()).text()),
    // JSON is what can be read as JSON; it is the signature that proves it right.
    { keys: 'signed-in', code: 'signed-in', refresh: 200, api: 200 },
  ],
  'every member twice': [
    membersTwice,
    { keys: 'signed-in', code: 'signed-in', refresh: 200, api: 200 },
  ],
  // The library hands the whole answer over with its error, tokens included.
  'tokens without their type': [
    async (_, next) => Response.json({ ...(await (await next()).json()), token_type: undefined }),
    { keys: 'signed-in', code: 'answer-refused', refresh: 'answer-refused', api: 200 },
  ],
  'an answer that breaks off': [
    () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"access_token":"abc'));
          },
          pull(controller) {
            controller.error(new Error('gone'));
          },
        }),
        { headers: json },
      ),
    all('answer-refused', 'network'),
  ],
  'a redirect': [
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
    all('network'),
  ],
};

const now = Math.floor(Date.now() / 1000);
const foreign = '11111111-2222-4333-8444-555555555555';
const idToken: Record<string, readonly [Fault, { code: string; refresh: string | number }]> = {
  'nothing wrong with it': [withClaims({}), { code: 'signed-in', refresh: 200 }],
  // A renewal has no nonce of its own (OpenID Connect Core section 12.2).
  'another nonce': [withClaims({ nonce: 'x' }), { code: 'id-token-refused', refresh: 200 }],
  'another issuer': both('id-token-refused', withClaims({ iss: 'https://evil.example/v2.0' })),
  'another tenant': both('id-token-refused', withClaims({ tid: foreign })),
  'another audience': both('id-token-refused', withClaims({ aud: foreign })),
  'another person': [
    withClaims({ sub: 'x', oid: foreign }),
    { code: 'signed-in', refresh: 'id-token-refused' },
  ],
  'a key that nobody published': both('id-token-refused', withClaims({}, 'unknown')),
  'its time over': both('clock-wrong', withClaims({ exp: now - 600 })),
  'its time not begun': both('clock-wrong', withClaims({ nbf: now + 600 })),
  'no signature': both('id-token-refused', withoutSignature),
};

function both(kind: string, fault: Fault) {
  return [fault, { code: kind, refresh: kind }] as const;
}

/** One request for the code, one for the renewal, none more whatever happens. */
const bound: Readonly<Record<Step, number>> = { keys: 1, code: 1, refresh: 2, api: 1 };

const steps = ['keys', 'code', 'refresh', 'api'] as const;

describe('at every step', () => {
  test.each(Object.entries(transport))('%s ends as it should', async (name, [fault, ends]) => {
    for (const step of steps) {
      const told = { '429 with a time': 7, '429 with a decimal time': 2.128 }[name];
      const isTokenRequest = step === 'code' || step === 'refresh';
      const isCall = step === 'refresh' || step === 'api';
      expect({ step, ...(await walk(step, fault)) }).toEqual({
        step,
        ends: ends[step],
        tokenRequests: bound[step],
        retryAfter: isTokenRequest ? told : undefined,
        // What was wrong on the way has cost no token: the call goes through afterwards.
        afterwards: isCall ? 200 : ends[step],
      });
    }
    expect(await leaks()).toEqual([]);
    expect(secrets.size).toBeGreaterThanOrEqual(8);
    expect(tenant.seen.join()).not.toContain('evil');
  });
});

describe('with an id_token that has', () => {
  test.each(Object.entries(idToken))('%s it ends as it should', async (_, [fault, ends]) => {
    for (const step of ['code', 'refresh'] as const) {
      const { ends: end, tokenRequests } = await walk(step, fault);
      expect([step, end, tokenRequests]).toEqual([step, ends[step], bound[step]]);
    }
    expect(await leaks()).toEqual([]);
  });
});

describe('what has been answered before', () => {
  const ends: Ends = { keys: 'signed-in', code: 'id-token-refused', refresh: 200, api: 200 };

  test.each(steps)('is no proof at the step %s, and costs nobody their session', async (step) => {
    const { record, again } = replay();
    const before = await walk(step, record);
    expect([200, 'signed-in']).toContain(before.ends);
    // An id_token of another sign-in does not have the nonce of this one; a renewal's has none.
    expect(await walk(step, again)).toMatchObject({ ends: ends[step], tokenRequests: bound[step] });
    expect(await leaks()).toEqual([]);
  });

  test('is not sent again: a code, nor believed under another sign-in’s state', async () => {
    const codeOf = ({ hash }: CallbackAnswer) =>
      new URLSearchParams(hash.slice(1)).get('code') ?? '';
    const arrive = async (answer: CallbackAnswer) => {
      const tab = openTab();
      await arriveAt(tab, answer);
      const session = tab.vault.session.get();
      return session.kind === 'failed' ? session.failure.kind : session.kind;
    };
    const first = answerOf(await leave());
    expect([await arrive(first), await arrive(first)]).toEqual(['signed-in', 'unknown-sign-in']);
    const second = answerOf(await leave());
    const mixed = { ...second, hash: second.hash.replace(codeOf(second), codeOf(first)) };
    // The server has seen that code; and the record of the second attempt is gone before anybody knows.
    expect([await arrive(mixed), await arrive(second)]).toEqual([
      'sign-in-expired',
      'unknown-sign-in',
    ]);
    expect(tenant.seen.filter((each) => each.includes('/token'))).toHaveLength(2);
    expect(await leaks()).toEqual([]);
  });

  test('is used on where no other came: a refresh token that the server gives again', async () => {
    const { vault } = await signIn(tenant);
    const sent: string[] = [];
    let turnAway = 0;
    tenant.fault = async (request, next) => {
      if (request.url.endsWith('/me')) {
        turnAway -= 1;
        return turnAway >= 0 ? new Response('{}', { status: 401 }) : undefined;
      }
      if (!request.url.includes('/token')) return undefined;
      sent.push(new URLSearchParams(await request.clone().text()).get('refresh_token') ?? '');
      if (sent.length === 2) return undefined;
      return Response.json({ ...(await (await next()).json()), refresh_token: sent[0] });
    };
    for (let turn = 0; turn < 4; turn += 1) {
      turnAway = 1;
      expect((await vault.send(me)).status).toBe(200);
    }
    expect(sent).toEqual([sent[0], sent[0], sent[2], sent[0]]);
    expect(new Set(sent).size).toBe(2);
  });
});

const twice = (name: string) => (hash: string) =>
  `${hash}&${name}=${new URLSearchParams(hash.slice(1)).get(name) ?? 'x'}`;
const drop = (name: string) => (hash: string) =>
  hash.replace(new RegExp(`([#&])${name}=[^&]*`), '$1');
const error = (code: string) => (hash: string) =>
  `#error=${code}&state=${new URLSearchParams(hash.slice(1)).get('state')}`;

const answers: Record<string, readonly [(hash: string) => string, string]> = {
  'another state': [(hash) => hash.replace(/([#&])state=[^&]*/, '$1state=x'), 'unknown-sign-in'],
  'no state': [drop('state'), 'answer-refused'],
  'an empty state': [(hash) => hash.replace(/([#&])state=[^&]*/, '$1state='), 'answer-refused'],
  'no code': [drop('code'), 'answer-refused'],
  'an empty code': [(hash) => hash.replace(/code=[^&]*/, 'code='), 'answer-refused'],
  'an empty error': [error(''), 'answer-refused'],
  'two states': [twice('state'), 'answer-refused'],
  'two codes': [twice('code'), 'answer-refused'],
  'two issuers': [(hash) => `${hash}&iss=a&iss=b`, 'answer-refused'],
  'two errors': [(hash) => `${error('a')(hash)}&error=b`, 'answer-refused'],
  'another issuer': [(hash) => `${hash}&iss=https://evil.example/v2.0`, 'answer-refused'],
  'an error of another issuer': [
    (hash) => `${error('access_denied')(hash)}&iss=https://evil.example/v2.0`,
    'answer-refused',
  ],
  'a token that nobody asked for': [(hash) => `${hash}&id_token=a.b.c`, 'answer-refused'],
  access_denied: [error('access_denied'), 'declined'],
  login_required: [error('login_required'), 'no-microsoft-session'],
  interaction_required: [error('interaction_required'), 'interaction-required'],
  consent_required: [error('consent_required'), 'consent-required'],
  server_error: [error('server_error'), 'unavailable'],
  temporarily_unavailable: [error('temporarily_unavailable'), 'unavailable'],
  invalid_request: [error('invalid_request'), 'configuration'],
  'an error nobody knows': [error('made_up'), 'configuration'],
};

/** Which attempt these are about is not known. */
const nobodys = new Set(['another state', 'no state', 'an empty state']);

test('an answer of the sign-in page that is wrong or a refusal ends on its reason, and no code is sent', async () => {
  for (const [name, [change, kind]] of Object.entries(answers)) {
    const answer = answerOf(await leave());
    const tab = openTab();
    const ledTo = await arriveAt(tab, { ...answer, hash: change(answer.hash) });
    const session = tab.vault.session.get();
    const failure = { kind, timestamp: expect.stringMatching(/Z$/) as string };
    expect([name, session]).toMatchObject([name, { kind: 'failed', failure }]);
    // Signing in again leads to where the person was going, if the answer says which attempt of this tab it is about.
    expect([name, ledTo]).toEqual([name, nobodys.has(name) ? '/' : '/mail']);
    expect(tenant.seen).toEqual([]);
  }
  expect(secrets.size).toBeGreaterThanOrEqual(Object.keys(answers).length);
  expect(await leaks()).toEqual([]);
});

test('the search for secrets would find one', async () => {
  await walk('api', (_, next) => next());
  expect(secrets.size).toBeGreaterThanOrEqual(5);
  for (const secret of secrets) {
    sessionStorage.setItem('a', secret);
    expect(await leaks()).toEqual(['storage']);
  }
});
