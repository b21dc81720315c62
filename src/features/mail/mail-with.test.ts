import { expect, test } from 'vitest';
import { readSource } from './mail-source.ts';
import { mailWith } from '#config/questions.ts';

test('mail with a person is a search that the mail screen understands', () => {
  const url = new URL(mailWith('a+b@one.example'), 'https://app.example');
  expect(readSource('inbox', url.searchParams, undefined)).toMatchObject({
    words: 'participants:a+b@one.example',
    everywhere: true,
  });
});
