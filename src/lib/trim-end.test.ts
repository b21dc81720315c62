import { expect, test } from 'vitest';
import { trimEnd } from './trim-end.ts';

test('signs go at the end and nowhere else', () => {
  expect(trimEnd('a.b.!', '.!')).toBe('a.b');
  expect(trimEnd('...', '.')).toBe('');
  expect(trimEnd('', '.')).toBe('');
  expect(trimEnd('ab', '.')).toBe('ab');
});
