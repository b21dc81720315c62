import { beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '#auth/memory-storage.test-kit.ts';
import { forgetRestore, mayRestore } from './restore-guard.ts';

const minute = 60_000;
beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage());
});

test('a tab is sent away by itself once in ten minutes', () => {
  const now = Date.now();
  expect(mayRestore(now)).toBe(true);
  expect(mayRestore(now)).toBe(false);
  expect(mayRestore(now + 10 * minute - 1)).toBe(false);
  expect(mayRestore(now + 10 * minute)).toBe(true);
});

test('a refusal does not make the wait longer', () => {
  expect(mayRestore(minute)).toBe(true);
  expect(mayRestore(9 * minute)).toBe(false);
  expect(mayRestore(11 * minute)).toBe(true);
});

test('a clock that was turned back a little opens nothing, and one turned back by hours does not close it for hours', () => {
  const now = Date.now();
  expect(mayRestore(now)).toBe(true);
  expect(mayRestore(now - 3 * minute)).toBe(false);
  expect(mayRestore(now - 180 * minute)).toBe(true);
});

test('what cannot be written down, or read, is not done', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(mayRestore(0)).toBe(false);
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  expect(mayRestore(0)).toBe(false);
  vi.stubGlobal('sessionStorage', { ...memoryStorage(), getItem: () => 'nonsense' });
  expect(mayRestore(0)).toBe(false);
});

test('signing out forgets that it ever happened', () => {
  expect(mayRestore(0)).toBe(true);
  forgetRestore();
  expect(Object.keys(sessionStorage)).toEqual([]);
});
