import { expect, test } from 'vitest';
import { formatBytes, formatCount } from './format-number.ts';

test('thousands are set apart', () => {
  expect(formatCount(4218)).toBe('4,218');
});

test('sizes are as short as three digits', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(999)).toBe('999 bytes');
  expect(formatBytes(184_320)).toBe('184 KB');
  expect(formatBytes(1_536_000)).toBe('1.54 MB');
  expect(formatBytes(7_000_000_000_000)).toBe('7,000 GB');
});
