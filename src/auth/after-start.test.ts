import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterStart } from './after-start.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the first screen does not need comes four seconds later, or as soon as it is needed', async () => {
  const load = vi.fn<() => Promise<string>>(async () => 'it');
  const needed = afterStart(load);
  await vi.advanceTimersByTimeAsync(3_999);
  expect(load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);
  expect(await needed()).toBe('it');
});

test('what could not be fetched ahead is nobody’s trouble until it is needed', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('gone'));
  const needed = afterStart(load);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(load).toHaveBeenCalledTimes(1);
  await expect(needed()).rejects.toThrow('gone');
});
