import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takePulse } from './vault-pulse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pulse() {
  const lost = vi.fn<() => void>();
  const ping = vi.fn<() => void>();
  return { ...takePulse({ isAwaited: () => true, ping, lost }), ping, lost };
}

/** Seconds, from now on, after which a worker is asked. */
function askedAfter({ ping }: ReturnType<typeof pulse>): number {
  const before = ping.mock.calls.length;
  for (let second = 1; second < 100; second += 1) {
    vi.advanceTimersByTime(1_000);
    if (ping.mock.calls.length > before) return second;
  }
  return Number.NaN;
}

test('a worker has a minute for its first word, and ten seconds from each word on', () => {
  const slow = pulse();
  slow.waits();
  expect(askedAfter(slow)).toBe(60);
  const quick = pulse();
  quick.waits();
  vi.advanceTimersByTime(5_000);
  quick.heard();
  expect(askedAfter(quick)).toBe(10);
  const talks = pulse();
  talks.heard();
  talks.waits();
  vi.advanceTimersByTime(9_000);
  talks.heard();
  expect(askedAfter(talks)).toBe(10);
});

test('a word that nobody waits for begins no timer', () => {
  const idle = pulse();
  idle.heard();
  expect(vi.getTimerCount()).toBe(0);
});

test('who asks later does not make a silence shorter', () => {
  const silent = pulse();
  silent.heard();
  vi.advanceTimersByTime(60_000);
  silent.waits();
  vi.advanceTimersByTime(5_000);
  silent.waits();
  expect(askedAfter(silent)).toBe(5);
});

test('the next worker has its minute again, and nothing is left of the one before', () => {
  const next = pulse();
  next.heard();
  next.waits();
  next.stop();
  expect(vi.getTimerCount()).toBe(0);
  next.waits();
  expect(askedAfter(next)).toBe(60);
});

test('a word at the very moment it is asked for is one', () => {
  const prompt = pulse();
  prompt.heard();
  prompt.ping.mockImplementation(() => prompt.heard());
  prompt.waits();
  expect(askedAfter(prompt)).toBe(10);
  vi.advanceTimersByTime(5_000);
  expect(prompt.lost).not.toHaveBeenCalled();
});
