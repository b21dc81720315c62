import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTap, type TapEvent } from './exchange-tap.ts';
import { NetworkError } from './network-error.ts';
import { readBody } from './read-body.ts';
import { connect, send, sendToOwn, type SendOptions, type Transport } from './send.ts';

const api = 'https://api.example';
const call: SendOptions = { cause: 'screen', stamp: 'header' };
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

let sent: Request[] = [];
let told: TapEvent[] = [];

/** Whatever is sent is answered so. */
function answering(transport: Transport): void {
  // Whatever listened before.
  openTap((event) => told.push(event));
  connect(
    (request) => {
      sent.push(request);
      return transport(request);
    },
    (origin) => origin === api,
  );
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

const idOf = (request: Request | undefined) => request?.headers.get('client-request-id');

beforeEach(() => {
  answering(async () => Response.json({}));
  // What others have sent before this file was told of first.
  sent = [];
  told = [];
});
afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  test('is stamped in a header, in the query, or not at all, with an id of its own', async () => {
    await send(`${api}/a?b=c`, {}, call);
    await send(`${api}/a?b=c`, {}, { ...call, stamp: 'query' });
    await send(`${api}/a?b=c`, {}, { ...call, stamp: 'none' });
    const [header, query, none] = sent;
    expect(header?.url).toBe(`${api}/a?b=c`);
    expect(idOf(header)).toMatch(uuid);
    expect(idOf(query)).toBeNull();
    const stamped = new URL(query?.url ?? '').searchParams;
    expect(stamped.get('b')).toBe('c');
    expect(stamped.get('client-request-id')).toMatch(uuid);
    expect([none?.url, idOf(none)]).toEqual([`${api}/a?b=c`, null]);
    expect(new Set(told.map((event) => 'id' in event && event.id)).size).toBe(3);
  });

  test('follows no redirect by itself', async () => {
    await send(api, { redirect: 'follow' }, call);
    expect(sent[0]?.redirect).toBe('manual');
  });

  test('to an origin that this world does not include is not sent, nor told of', async () => {
    const error = await failureOf(send('https://evil.example/x', {}, call));
    expect(error).toMatchObject({ reason: 'forbidden-origin', origin: 'https://evil.example' });
    expect([sent, told]).toEqual([[], []]);
  });

  test('for a file of the product goes to its own origin and no other', async () => {
    vi.stubGlobal('location', { origin: 'https://app.example' });
    const fetched = vi.fn<typeof fetch>(async () => Response.json({}));
    vi.stubGlobal('fetch', fetched);
    await sendToOwn('https://app.example/config.json');
    expect(await failureOf(sendToOwn(`${api}/config.json`))).toMatchObject({
      reason: 'forbidden-origin',
    });
    expect(fetched.mock.calls).toMatchObject([
      [{ url: 'https://app.example/config.json', credentials: 'same-origin' }],
    ]);
    expect(told[0]).toMatchObject({ why: { cause: 'start', kind: 'file' } });
  });

  test.each([
    ['header', 'api'],
    ['query', 'token'],
    ['none', 'file'],
  ] as const)('stamped in %s is told of as %s, unless it says what it is', async (stamp, kind) => {
    await send(api, { method: 'POST', body: 'b' }, { ...call, stamp });
    await send(api, {}, { ...call, stamp, kind: 'metadata' });
    expect(told.filter((event) => event.kind === 'sent')).toMatchObject([
      { body: 'b', why: { kind } },
      { why: { kind: 'metadata' } },
    ]);
  });
});

describe('an answer', () => {
  test('of sign-in is small and told of with a copy; that of an API is not copied', async () => {
    await send(api, {}, { ...call, stamp: 'query' });
    await send(api, {}, { ...call, kind: 'keys' });
    await send(api, {}, call);
    const copies = told.flatMap((event) => (event.kind === 'answered' ? [event.copy] : []));
    expect(copies.map((copy) => copy instanceof Response)).toEqual([true, true, false]);
  });

  test('comes later than its request, by the clock of the document', async () => {
    const before = performance.now();
    await send(api, {}, call);
    const clocks = told.flatMap((event) => ('clock' in event ? [event.clock] : []));
    expect(clocks).toHaveLength(2);
    const moments = [before, ...clocks, performance.now()];
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  });

  test.each([301, 302, 303, 307, 308])(
    'with status %i is refused: it points elsewhere',
    async (status) => {
      const headers = { location: 'https://evil.example/' };
      answering(async () => new Response(null, { status, headers }));
      const error = await failureOf(send(`${api}/x`, {}, call));
      expect(error).toBeInstanceOf(NetworkError);
      expect(error).toMatchObject({ reason: 'redirected', origin: api });
      expect((error as NetworkError).trace.correlationId).toBe(idOf(sent[0]));
    },
  );

  test('that a browser hides because it is a redirect is refused as well', async () => {
    const hidden = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    answering(async () => hidden);
    expect(await failureOf(send(api, {}, call))).toMatchObject({ reason: 'redirected' });
  });

  test.each([200, 304, 400, 500])('with status %i is an answer', async (status) => {
    answering(async () => new Response(null, { status }));
    expect((await send(api, {}, call)).status).toBe(status);
  });

  test('that breaks off says so, with the id of its request', async () => {
    const gone = new Error('gone');
    const body = new ReadableStream({ pull: (controller) => controller.error(gone) });
    answering(async () => new Response(body));
    const response = await send(`${api}/x?y`, {}, call);
    const error = await failureOf(readBody(response, `${api}/x?y`, undefined));
    expect(error).toMatchObject({ reason: 'network', origin: api, cause: gone });
    expect((error as NetworkError).message).toContain('api.example');
    expect((error as NetworkError).trace.correlationId).toBe(idOf(sent[0]));
  });

  test.each([
    ['its time was over', 'TimeoutError', 'timeout'],
    ['anything else', 'NetworkError', 'network'],
  ])('that breaks off because of %s has that reason', async (_, name, reason) => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new DOMException('x', name)),
    });
    const error = await failureOf(readBody(new Response(body), api, undefined));
    expect(error).toMatchObject({ reason, trace: { correlationId: undefined } });
  });

  test('that nobody waits for any more breaks off as an abort', async () => {
    const controller = new AbortController();
    const body = new ReadableStream({
      pull: (stream) => {
        controller.abort();
        stream.error(controller.signal.reason);
      },
    });
    const error = await failureOf(readBody(new Response(body), api, controller.signal));
    expect(error).toBe(controller.signal.reason);
  });

  test('is handed on whole, and told of by its size and its first 65,536 bytes', async () => {
    const body = await readBody(new Response('x'.repeat(70_000)), api, undefined);
    expect(body.byteLength).toBe(70_000);
    expect(told).toMatchObject([{ kind: 'body', size: 70_000 }]);
    const [event] = told;
    expect(event?.kind === 'body' && event.head.byteLength).toBe(65_536);
  });
});

describe('no answer', () => {
  test('keeps what the request can be found by: its id, the time, and what the browser thought of its connection', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = (await failureOf(send(`${api}/x`, {}, call))) as NetworkError;
    expect(error).toMatchObject({ kind: 'network', reason: 'network', origin: api });
    expect(error.message).toContain('api.example');
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.trace.correlationId).toBe(idOf(sent[0]));
    expect(error.trace.online).toBe(false);
    expect(Math.abs(Date.now() - Date.parse(error.trace.timestamp))).toBeLessThan(10_000);
    expect(told.at(-1)).toMatchObject({ kind: 'failed', failure: 'network' });
  });

  test('within half a minute is a reason of its own', async () => {
    const timeouts: number[] = [];
    const controller = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      timeouts.push(milliseconds);
      return controller.signal;
    });
    answering(({ signal }) => {
      controller.abort(new DOMException('x', 'TimeoutError'));
      return Promise.reject(signal.reason);
    });
    expect(await failureOf(send(api, {}, call))).toMatchObject({ reason: 'timeout' });
    expect(timeouts).toEqual([30_000]);
    expect(told.at(-1)).toMatchObject({ kind: 'failed', failure: 'timeout' });
    timeout.mockRestore();
  });

  test('to somebody who has stopped waiting is an abort and no error of the network', async () => {
    const controller = new AbortController();
    answering(({ signal }) => {
      controller.abort();
      return Promise.reject(signal.reason);
    });
    const error = await failureOf(send(api, {}, { ...call, signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(told.at(-1)).toMatchObject({ kind: 'failed', failure: 'aborted' });
  });

  test('is waited for by nobody who had stopped before: nothing is sent', async () => {
    const error = await failureOf(send(api, {}, { ...call, signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });
});
