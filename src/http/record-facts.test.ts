import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Exchange } from './exchange.ts';
import type { Circumstance } from './exchange-tap.ts';
import { createRecorder } from './recorder.ts';

const graph = 'https://graph.example';
const login = 'https://login.example/common/oauth2/v2.0/token';
const screen: Circumstance = { cause: 'screen', resource: graph, scopes: ['Mail.Read'] };

let states: Exchange[];
let tell: ReturnType<typeof createRecorder>;
let last: number;

beforeEach(() => {
  states = [];
  last = 0;
  tell = createRecorder((exchange) => states.push(exchange));
});
afterEach(() => vi.unstubAllGlobals());

const first = (id: string) => states.find((each) => each.id === id);
const newest = (id: string) => states.findLast((each) => each.id === id);

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((done) => setTimeout(done));
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
  }
}

function send(request: Request, why: Circumstance, clock: number, body?: unknown): string {
  const id = `${(last += 1)}`;
  tell({ kind: 'sent', id, at: 1000 + clock, clock, request, body, why });
  return id;
}

function answer(id: string, response: Response, clock: number, copy?: Response): void {
  tell({ kind: 'answered', id, clock, response, copy });
}

/** A call of an API that is turned away, or not. */
function call(clock: number, { why = screen, status = 401, path = '/me' } = {}): string {
  const id = send(new Request(graph + path), why, clock);
  answer(id, new Response(null, { status }), clock + 1);
  return id;
}

function renew(scope: string, clock: number): string {
  const body = new URLSearchParams({ scope });
  const why = { cause: 'renewal', kind: 'token' } as const;
  const id = send(new Request(login, { method: 'POST', body }), why, clock, body);
  answer(id, Response.json({}), clock + 1, Response.json({}));
  return id;
}

test('of an exchange that begins is known what, why, for whom and when', () => {
  const address = `${graph}/me?$select=id&access_token=canary`;
  const why = { ...screen, screen: 'mail', tokenScopes: ['mail.read'] };
  const id = send(new Request(address, { method: 'POST', body: 'x' }), why, 5);
  expect(first(id)).toMatchObject({
    id,
    kind: 'api',
    cause: 'screen',
    screen: 'mail',
    method: 'POST',
    url: `${graph}/me?$select=id&access_token=[redacted]`,
    resource: graph,
    scopes: ['Mail.Read'],
    tokenScopes: ['mail.read'],
    startedAt: 1005,
    retryOf: undefined,
    causedBy: undefined,
  });
  const plain = send(
    new Request(`${login}?client-request-id=1`),
    { cause: 'start', kind: 'keys' },
    6,
  );
  expect(first(plain)).toMatchObject({ kind: 'keys', url: login, scopes: [], tokenScopes: [] });
});

test('times count from when it was sent: to its head, to its body, to its failure', async () => {
  const id = send(new Request(graph), screen, 10);
  const response = new Response('hi', { headers: { 'content-type': 'text/plain' } });
  answer(id, response, 25);
  await settled();
  expect(newest(id)).toMatchObject({ status: 200, duration: 15, finished: undefined });
  const head = new TextEncoder().encode('hi').buffer;
  tell({ kind: 'body', clock: 40, response, size: 2, head });
  const lost = send(new Request(graph), screen, 50);
  tell({ kind: 'failed', id: lost, clock: 57, failure: 'timeout' });
  await settled();
  expect(newest(id)).toMatchObject({
    duration: 15,
    finished: 30,
    responseBody: { type: 'text/plain', size: 2, text: 'hi' },
  });
  expect(newest(lost)).toMatchObject({ failure: 'timeout', duration: 7, status: undefined });
});

test('what is told of something unknown, or a second time, is not recorded', async () => {
  const response = new Response(null);
  answer('nobody', response, 1);
  tell({ kind: 'failed', id: 'nobody', clock: 2, failure: 'network' });
  tell({ kind: 'body', clock: 3, response, size: 0, head: new ArrayBuffer(0) });
  await settled();
  expect(states).toEqual([]);
  const id = send(new Request(graph), screen, 1);
  const once = new Response(null);
  answer(id, once, 2);
  tell({ kind: 'body', clock: 3, response: once, size: 0, head: new ArrayBuffer(0) });
  tell({ kind: 'body', clock: 9, response: once, size: 0, head: new ArrayBuffer(0) });
  tell({ kind: 'failed', id, clock: 9, failure: 'network' });
  await settled();
  expect(newest(id)).toMatchObject({ finished: 2, failure: undefined });
  expect(newest(id)?.responseBody).toEqual({ type: '', size: 0, text: undefined });
});

test('only a 401 of an API is the reason of a renewal', () => {
  call(1, { status: 403 });
  call(2, { status: 200 });
  const keys = send(new Request(login), { ...screen, kind: 'keys' }, 3);
  answer(keys, new Response(null, { status: 401 }), 4);
  expect(first(renew('Mail.Read', 5))?.causedBy).toBeUndefined();
});

test('a renewal is for the call whose scopes it asks for, all of them, of the same API', () => {
  const both = call(1, { why: { ...screen, scopes: ['Mail.Read', 'User.Read'] } });
  const cause = (scope: string, clock: number) => first(renew(scope, clock))?.causedBy;
  expect(cause('openid Mail.Read', 2)).toBeUndefined();
  expect(cause(`https://other.example/Mail.Read ${graph}/User.Read`, 3)).toBeUndefined();
  expect(cause(`${graph}/Mail.ReadWrite ${graph}/User.Read`, 4)).toBeUndefined();
  expect(cause(`${graph}/Mail.Read User.Read`, 5)).toBe(both);
  expect(cause(`${graph}/Mail.Read User.Read`, 6)).toBeUndefined();
});

test('one renewal serves all refused calls of its API, and none of another', () => {
  const [mail, more] = [call(1), call(2, { path: '/me/messages' })];
  const exchange = { ...screen, resource: 'https://outlook.example/', scopes: ['Tasks.Read'] };
  const other = call(3, { why: exchange, path: '/tasks' });
  const renewal = renew(`${graph}/Mail.Read`, 4);
  expect(first(renewal)?.causedBy).toBe(mail);
  expect(first(renew('https://outlook.example/Tasks.Read', 5))?.causedBy).toBe(other);
  const again = call(6, { path: '/me/messages', status: 200 });
  expect(first(again)).toMatchObject({ retryOf: more, causedBy: renewal });
});

test('a second attempt is the same call within a minute, once, and is no reason for a third', () => {
  const refused = call(1);
  expect(first(call(2, { path: '/you', status: 200 }))?.retryOf).toBeUndefined();
  // No renewal was seen: the refusal itself is the reason.
  const second = call(3);
  expect(first(second)).toMatchObject({ retryOf: refused, causedBy: refused });
  expect(first(call(4))?.retryOf).toBeUndefined();

  call(100, { path: '/slow' });
  expect(first(call(100 + 60_001, { path: '/slow', status: 200 }))?.retryOf).toBeUndefined();
  const late = call(200_000, { path: '/late' });
  expect(first(call(200_000 + 60_000, { path: '/late', status: 200 }))?.retryOf).toBe(late);
});

test('fifty refused calls are remembered, and no more', () => {
  const ids = Array.from({ length: 51 }, (_, at) => call(1, { path: `/${at}` }));
  expect(first(call(2, { path: '/0', status: 200 }))?.retryOf).toBeUndefined();
  expect(first(call(2, { path: '/1', status: 200 }))?.retryOf).toBe(ids[1]);
});

test('an answer in the address is a callback of the sign-in, at once, and then with its fields', async () => {
  const path = '/auth/callback/global?error=odd#code=canary&state=s';
  tell({ kind: 'arrived', at: 7, path });
  expect(states).toEqual([
    expect.objectContaining({
      id: 'arrived-7',
      kind: 'callback',
      cause: 'sign-in',
      method: 'GET',
      url: 'http://localhost/auth/callback/global',
      startedAt: 7,
      duration: 0,
      finished: 0,
      status: 200,
    }),
  ]);
  await settled();
  expect(states).toHaveLength(2);
  expect(states[1]).toMatchObject({ id: 'arrived-7', kind: 'callback', status: 200 });
  expect(states[1]?.parameters.map(([name]) => name)).toEqual(['error', 'code', 'state']);
  expect(states[1]?.url).toContain('#code=[redacted]');
});

test('what the browser measured is told when it is there, and nothing where it measured nothing', async () => {
  const entry = {
    name: `${graph}/`,
    startTime: 1,
    duration: 12,
    requestStart: 0,
    responseStart: 0,
  };
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(heard: (list: { getEntries: () => object[] }) => void) {
        heard({ getEntries: () => [entry] });
      }
      observe() {}
    },
  );
  tell = createRecorder((exchange) => states.push(exchange));
  const id = send(new Request(graph), { ...screen, kind: 'keys' }, 1);
  answer(id, Response.json({}), 2, Response.json({}));
  await settled();
  expect(newest(id)).toMatchObject({ status: 200, phases: { total: 12, parts: undefined } });

  vi.stubGlobal('PerformanceObserver', undefined);
  tell = createRecorder((exchange) => states.push(exchange));
  const other = send(new Request(graph), { ...screen, kind: 'keys' }, 1);
  answer(other, Response.json({}), 2, Response.json({}));
  await settled();
  // Begun, its request read, its head, its body; nothing measured.
  expect(states.filter(({ id: each }) => each === other)).toHaveLength(4);
});
