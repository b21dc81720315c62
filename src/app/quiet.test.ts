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
