import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Tap from './exchange-tap.ts';

let tap: typeof Tap;

/** A document of its own for each test: the first recorder stays for as long as one lives. */
beforeEach(async () => {
  vi.resetModules();
  tap = await import('./exchange-tap.ts');
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const arrived = (at: number): Tap.TapEvent => ({ kind: 'arrived', at, path: '/' });
const body: Tap.TapEvent = {
  kind: 'body',
  clock: 0,
  response: new Response(),
  size: 0,
  head: new ArrayBuffer(0),
};

test('what came before the recorder is told first and once, and what comes after it at once', () => {
  const told: Tap.TapEvent[] = [];
  tap.tap(arrived(1));
  tap.tap(arrived(2));
  tap.openTap((event) => told.push(event));
  tap.tap(arrived(3));
  expect(told).toEqual([arrived(1), arrived(2), arrived(3)]);
});

test('the newest four hundred wait for a recorder that does not come', () => {
  const told: Tap.TapEvent[] = [];
  for (let at = 0; at < 402; at += 1) tap.tap(arrived(at));
  tap.openTap((event) => told.push(event));
  expect(told).toHaveLength(400);
  expect([told[0], told[399]]).toEqual([arrived(2), arrived(401)]);
});

test('the first recorder stays', () => {
  const [first, second]: Tap.TapEvent[][] = [[], []];
  tap.openTap((event) => first?.push(event));
  tap.openTap((event) => second?.push(event));
  tap.tap(arrived(1));
  expect([first, second]).toEqual([[arrived(1)], []]);
});

test('the recorder is wanted when the first body is there, and not before, and once', () => {
  const wanted = vi.fn<() => void>();
  tap.onFirstAnswer(wanted, 2_000);
  tap.tap(arrived(1));
  expect(wanted).not.toHaveBeenCalled();
  tap.tap(body);
  expect(wanted).toHaveBeenCalledTimes(1);
  tap.tap(body);
  vi.advanceTimersByTime(10_000);
  expect(wanted).toHaveBeenCalledTimes(1);
});

test('where nobody answers, the recorder is wanted after a while all the same', () => {
  const wanted = vi.fn<() => void>();
  tap.onFirstAnswer(wanted, 2_000);
  vi.advanceTimersByTime(1_999);
  expect(wanted).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  tap.tap(body);
  expect(wanted).toHaveBeenCalledTimes(1);
});
