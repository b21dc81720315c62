import { expect, test } from 'vitest';
import { selectedInWords } from './selected-in-words.ts';

test('where rows stand for conversations it is said how many messages are selected, and in how many rows', () => {
  expect(selectedInWords(39, 11)).toBe('50 messages in 39 rows selected');
  expect(selectedInWords(1, 2)).toBe('3 messages in 1 row selected');
  expect(selectedInWords(1200, 0)).toBe('1,200 selected');
});
