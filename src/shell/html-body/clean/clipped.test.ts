import { expect, test } from 'vitest';
import { clipped, clippedText } from './clipped.ts';

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

test('what is deeper than any letter is cut where it becomes so', () => {
  const deep = '<div>'.repeat(5000);
  expect(clipped(`<p>a</p>${deep}`)).toBe(`<p>a</p>${'<div>'.repeat(1000)}`);
  const mixed = '<b><i><u><a href=#>'.repeat(3000);
  expect(clipped(mixed).length).toBeLessThan(6000);
});

test('a letter of more elements than anybody reads is cut, too', () => {
  expect(clipped('<p>a</p>'.repeat(60_000))).toBe('<p>a</p>'.repeat(20_000));
});

test('a letter of many elements that are closed, or need no end, is whole', () => {
  const rows = '<tr><td><b>a</b><br><img src="cid:a"><p>b'.repeat(3000);
  expect(clipped(rows)).toBe(rows);
});

test('sheets and links weigh more than other elements', () => {
  expect(clipped('<style>a{}</style>'.repeat(15_000))).toBe('<style>a{}</style>'.repeat(1000));
  expect(clipped('<a>x</a>'.repeat(20_000))).toBe('<a>x</a>'.repeat(5000));
});

test('a long plain text is cut at the end of a line, by its length or by its addresses', () => {
  expect(clippedText('short\n', 6)).toBe('short\n');
  expect(clippedText('one two\nthree four', 12)).toBe('one two\n');
  expect(clippedText('x'.repeat(20), 12)).toBe('x'.repeat(12));
  const text = 'http://a.example/\n'.repeat(4);
  expect(clippedText(text, 999, 4)).toBe(text);
  expect(clippedText(text, 999, 2)).toBe('http://a.example/\n'.repeat(2));
});
