import { expect, test } from 'vitest';
import { splitQuoted } from './quoted-lines.ts';

test('an answer is told from what it answers', () => {
  expect(splitQuoted('Yes.\n\nOn Friday Lidia wrote:\n> Can you?\n>\n> L.\n')).toEqual({
    own: 'Yes.\n',
    quoted: 'On Friday Lidia wrote:\n> Can you?\n>\n> L.\n',
  });
  expect(splitQuoted('Yes.\r\n-----Original Message-----\r\nFrom: L\r\n\r\nCan you?').quoted).toBe(
    '-----Original Message-----\r\nFrom: L\r\n\r\nCan you?',
  );
});

test('answers between the lines stay as they are', () => {
  const text = '> Can you?\nYes.\n> When?\nOn Friday.';
  expect(splitQuoted(text)).toEqual({ own: text, quoted: '' });
});

test('where only something quoted is, it is shown', () => {
  expect(splitQuoted('> Can you?')).toEqual({ own: '> Can you?', quoted: '' });
  expect(splitQuoted('')).toEqual({ own: '', quoted: '' });
});
