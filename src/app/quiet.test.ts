import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Quiet } from './quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a quiet moment comes when no request has been under way for a while, and not before', async () => {
  const quiet = new Quiet();
  let end: ((answer: string) => void) | undefined;
  const asked = quiet.during(() => new Promise<string>((resolve) => (end = resolve)));
  const come = vi.fn<() => void>();
  const moment = quiet.moment().then(come);
  await vi.advanceTimersByTimeAsync(5000);
  expect(come).not.toHaveBeenCalled();
  end?.('answer');
  expect(await asked).toBe('answer');
  await vi.advanceTimersByTimeAsync(299);
  expect(come).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600);
  expect(come).toHaveBeenCalledOnce();
  await moment;
});

test('a request that fails is over as well', async () => {
  const quiet = new Quiet();
  await expect(quiet.during(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const come = vi.fn<() => void>();
  void quiet.moment().then(come);
  await vi.advanceTimersByTimeAsync(700);
  expect(come).toHaveBeenCalledOnce();
});

test('what is done after the next answers waits for all that are under way, and lets them be read first', async () => {
  const quiet = new Quiet();
  const order: string[] = [];
  const answered = quiet.answered().then(() => order.push('afterwards'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual([]);
  const ends: (() => void)[] = [];
  const ask = (name: string) =>
    quiet
      .during(() => new Promise<void>((resolve) => ends.push(resolve)))
      .then(() => order.push(name));
  const asked = [ask('keys'), ask('token')];
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual(['keys']);
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['keys', 'token', 'afterwards']);
  await Promise.all([answered, ...asked]);
});

test('what has a moment only is done as soon as nothing is under way', async () => {
  const quiet = new Quiet();
  let end: (() => void) | undefined;
  void quiet.during(() => new Promise<void>((resolve) => (end = resolve)));
  const come = vi.fn<() => void>();
  void quiet.free().then(come);
  await vi.advanceTimersByTimeAsync(500);
  expect(come).not.toHaveBeenCalled();
  end?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(come).toHaveBeenCalledOnce();
  void quiet.free().then(come);
  await vi.advanceTimersByTimeAsync(10);
  expect(come).toHaveBeenCalledTimes(2);
});

test('what has a moment only lets a request go first that came in that moment', async () => {
  const quiet = new Quiet();
  const come = vi.fn<() => void>();
  void quiet.free().then(come);
  let end: (() => void) | undefined;
  void quiet.during(() => new Promise<void>((resolve) => (end = resolve)));
  await vi.advanceTimersByTimeAsync(500);
  expect(come).not.toHaveBeenCalled();
  end?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(come).toHaveBeenCalledOnce();
});
