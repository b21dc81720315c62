import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { clearExchangeLog, exchangeLog } from '#http/exchange-log.ts';
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { arriveAt, openTab, settings, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';
import { openLine } from './vault-line.ts';
import type { FromVault, Port, ToVault } from './vault-messages.ts';

const opening = { cloud: clouds.global, settings, redirectUri: 'https://app.example/' };
const hint = { hint: undefined };
const lost = { name: 'AuthError', kind: 'vault-lost' };
const aSession: FromVault = {
  kind: 'session',
  session: { kind: 'signed-out', hint: undefined },
};

/** A worker as its page sees it, that does nothing by itself. */
function worker() {
  const events = new EventTarget();
  const heard: ToVault[] = [];
  let terminated = 0;
  return {
    heard,
    terminated: () => terminated,
    says: (message: FromVault) =>
      events.dispatchEvent(new MessageEvent('message', { data: message })),
    fires: (type: 'error' | 'messageerror') => events.dispatchEvent(new Event(type)),
    port: {
      postMessage: (message) => heard.push(message as ToVault),
      addEventListener: (type, listener) => events.addEventListener(type, listener as () => void),
      terminate: () => {
        terminated += 1;
      },
    } satisfies Port as Port,
  };
}

/** A line whose workers are at hand, the newest last. */
function line() {
  const workers: ReturnType<typeof worker>[] = [];
  const opened = openLine(() => {
    const started = worker();
    workers.push(started);
    return started.port;
  });
  opened.open(opening);
  const first = workers[0];
  if (!first) throw new Error('A line begins with a worker');
  return { line: opened, workers, first };
}

const pings = (of: ReturnType<typeof worker>) =>
  of.heard.filter((message) => message.kind === 'call' && message.name === 'ping').length;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each(['error', 'messageerror'] as const)(
  'a worker with an %s is ended, and every waiting call and the session say that it is lost',
  async (type) => {
    const { line: opened, first } = line();
    const calls = [opened.call('signOut', hint), opened.call('look', { visible: true })];
    const outcomes = Promise.allSettled(calls);
    first.fires(type);
    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
    expect(first.terminated()).toBe(1);
    expect(opened.session.get()).toMatchObject({ kind: 'failed', failure: { kind: 'vault-lost' } });
  },
);

test('a worker that is silent for ten seconds while somebody waits is asked, and after five more it is lost', async () => {
  const { line: opened, first } = line();
  first.says(aSession);
  const outcome = opened.call('signOut', hint).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(9_900);
  expect(pings(first)).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(pings(first)).toBe(1);
  await vi.advanceTimersByTimeAsync(4_800);
  expect(first.terminated()).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toMatchObject(lost);
});

test('a worker that answers when asked is left to its work, however long that takes', async () => {
  const { line: opened, first } = line();
  first.says(aSession);
  const call = opened.call('signOut', hint);
  for (let minute = 0; minute < 3; minute += 1) {
    await vi.advanceTimersByTimeAsync(10_500);
    const ping = first.heard.at(-1);
    if (ping?.kind !== 'call' || ping.name !== 'ping') throw new Error('It was not asked');
    first.says({ kind: 'result', id: ping.id, result: null });
  }
  const asked = first.heard.find((message) => message.kind === 'call');
  first.says({ kind: 'result', id: asked?.kind === 'call' ? asked.id : 0, result: 'https://bye/' });
  await expect(call).resolves.toBe('https://bye/');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(first.terminated()).toBe(0);
});

test('what the worker has recorded is in the log of the page', () => {
  clearExchangeLog();
  const { first } = line();
  const exchange = { ...emptyExchange, id: 'told' } as unknown as Exchange;
  first.says({ kind: 'exchange', exchange });
  expect(exchangeLog.get()).toEqual([exchange]);
});

test('every question has an id of its own, whoever asks whether the worker lives in between', async () => {
  const { line: opened, first } = line();
  first.says(aSession);
  opened.call('signOut', hint).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(10_500);
  opened.call('look', { visible: true }).catch(() => undefined);
  const ids = first.heard.flatMap((message) => (message.kind === 'call' ? [message.id] : []));
  expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
});

test('a lost line may be opened anew, and nobody hears it before the next call', () => {
  const { line: opened, workers, first } = line();
  first.fires('error');
  opened.open({ ...opening, redirectUri: 'https://app.example/other' });
  expect(workers).toHaveLength(1);
  opened.call('signOut', hint).catch(() => undefined);
  expect(workers[1]?.heard[0]).toMatchObject({
    opening: { redirectUri: 'https://app.example/other' },
  });
});

test('an answer to a question that was given up is nobody’s', async () => {
  const { line: opened, first } = line();
  const controller = new AbortController();
  const given = opened.call('signOut', hint, controller.signal);
  controller.abort();
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  const asked = first.heard.find((message) => message.kind === 'call');
  const id = asked?.kind === 'call' ? asked.id : 0;
  expect(first.heard.at(-1)).toEqual({ kind: 'abort', id });
  first.says({ kind: 'error', id, error: { kind: 'aborted' } });
  first.says({ kind: 'result', id, result: null });
});

test('a question that was answered is given up no more', async () => {
  const { line: opened, first } = line();
  const controller = new AbortController();
  const call = opened.call('signOut', hint, controller.signal);
  const asked = first.heard.at(-1);
  first.says({ kind: 'result', id: asked?.kind === 'call' ? asked.id : 0, result: 'https://bye/' });
  expect(await call).toBe('https://bye/');
  controller.abort();
  expect(first.heard.at(-1)).toBe(asked);
});

test('a line that was lost before it was opened begins again with the question alone', () => {
  const events = new EventTarget();
  const heard: unknown[] = [];
  const opened = openLine(() => ({
    postMessage: (message) => heard.push(message),
    addEventListener: (type, listener) => events.addEventListener(type, listener as () => void),
  }));
  // A port, which nobody can end.
  events.dispatchEvent(new Event('error'));
  opened.call('deployment', null).catch(() => undefined);
  expect(heard).toMatchObject([{ kind: 'call', name: 'deployment' }]);
});

test('nobody asks a silent worker that nobody waits for', async () => {
  const { line: opened, first } = line();
  first.says(aSession);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(pings(first)).toBe(0);
  const controller = new AbortController();
  const call = opened.call('signOut', hint, controller.signal);
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(pings(first)).toBe(0);
});

test('a page that slept does not take its own sleep for the worker’s end', async () => {
  const { line: opened, first } = line();
  first.says(aSession);
  opened.call('signOut', hint).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(10_100);
  expect(pings(first)).toBe(1);
  const awake = performance.now.bind(performance);
  const slept = vi.spyOn(performance, 'now').mockImplementation(() => awake() + 3_600_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(first.terminated()).toBe(0);
  expect(pings(first)).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(first.terminated()).toBe(1);
  slept.mockRestore();
});

test('a worker whose script is still on its way is waited for', async () => {
  const { line: opened, first } = line();
  opened.call('signOut', hint).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(55_000);
  expect(pings(first)).toBe(0);
  expect(first.terminated()).toBe(0);
  // From its first word on it is expected to be quick.
  first.says(aSession);
  await vi.advanceTimersByTimeAsync(10_100);
  expect(pings(first)).toBe(1);
});

test('after a loss the next call begins a new worker in the same world; the old one is heard no more', async () => {
  const { line: opened, workers, first } = line();
  first.fires('error');
  const call = opened.call('signOut', hint);
  expect(workers).toHaveLength(2);
  expect(workers[1]?.heard).toMatchObject([
    { kind: 'open', opening },
    { kind: 'call', name: 'signOut' },
  ]);
  first.says(aSession);
  first.fires('error');
  expect(opened.session.get()).toMatchObject({ kind: 'failed' });
  const asked = workers[1]?.heard.at(-1);
  const id = asked?.kind === 'call' ? asked.id : 0;
  workers[1]?.says({ kind: 'result', id, result: 'https://bye/' });
  await expect(call).resolves.toBe('https://bye/');
});

const tenant = tenantPerTest();

test('a worker that dies while a code is redeemed leaves a session that says so, and a start to go on from', async () => {
  const tab = openTab();
  const { line: opened, first } = line();
  const arriving = arriveAt({ ...tab, line: opened }, { pathname: '/', search: '', hash: '#x' });
  first.fires('error');
  expect(await arriving).toBe('/');
  expect(tenant.seen).toEqual([]);
});
