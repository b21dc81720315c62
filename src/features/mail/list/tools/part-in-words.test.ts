import { expect, test } from 'vitest';
import { readSource } from '#features/mail/mail-source.ts';
import { partInWords } from './part-in-words.ts';

const words = (query: string) =>
  partInWords(readSource('inbox', new URLSearchParams(query), 'ada@northlight.example'));

test('a list that is not the whole folder says what it is', () => {
  expect(words('show=unread')).toBe('Unread only');
  expect(words('q=plan')).toBe('Search for “plan” in this folder');
  expect(words('q=plan&in=all&show=attachments')).toBe(
    'Search for “plan” in all folders, with attachments only',
  );
});

test('the whole folder says nothing', () => {
  expect(words('')).toBe('');
});
