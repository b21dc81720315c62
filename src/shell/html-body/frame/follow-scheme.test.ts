import { expect, test } from 'vitest';
import { answered } from './follow-scheme.ts';

const yes = '(min-width: 0px)';
const no = '(max-width: -1px)';

test('what a letter asks about its surroundings is answered by the card that it lies on', () => {
  expect(answered('(prefers-color-scheme: dark)', true)).toBe(yes);
  expect(answered('(prefers-color-scheme: dark)', false)).toBe(no);
  expect(answered('( PREFERS-color-scheme:light )', true)).toBe(no);
  expect(answered('(prefers-color-scheme: light)', false)).toBe(yes);
});

test('what else it asks is left as it is', () => {
  const media = 'screen and (max-width: 480px)';
  expect(answered(media, true)).toBe(media);
  expect(answered(`${media} and (prefers-color-scheme: dark)`, true)).toBe(`${media} and ${yes}`);
  expect(answered('not (prefers-color-scheme: dark)', true)).toBe(`not ${yes}`);
});
