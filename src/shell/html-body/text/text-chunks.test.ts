import { expect, test } from 'vitest';
import { textChunks } from './text-chunks.ts';

test('a text is cut at the ends of its lines, and nothing of it is lost', () => {
  const text = 'one\ntwo\nthree\nfour\nfive';
  expect(textChunks(text, 9)).toEqual(['one\ntwo\n', 'three\n', 'four\nfive']);
  expect(textChunks('', 9)).toEqual([]);
  const long = 'x'.repeat(100);
  expect(textChunks(long, 9).join('')).toBe(long);
});
