import { expect, test } from 'vitest';
import { clipped } from './clipped.ts';

test('a letter of usual length is whole', () => {
  expect(clipped('<p>a</p>', 8)).toBe('<p>a</p>');
});

test('a long one is cut before a tag', () => {
  expect(clipped('<p>aaaa</p><p>bbbb</p>', 14)).toBe('<p>aaaa</p>');
  expect(clipped('a'.repeat(40), 10)).toHaveLength(10);
});

test('pictures in it do not count', () => {
  const picture = `<img src="data:image/png;base64,${'A'.repeat(1000)}">`;
  expect(clipped(`${picture}<p>a</p>`, 40)).toBe(`${picture}<p>a</p>`);
  expect(clipped(`${picture}<p>aaaaaaaaaaaaaa</p><p>bbbbbbbbbbbb</p>`, 40)).toBe(
    `${picture}<p>aaaaaaaaaaaaaa</p>`,
  );
});
