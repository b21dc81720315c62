import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

const links = (text: string) =>
  splitLinks(text)
    .filter(({ kind }) => kind === 'link')
    .map(({ words }) => words);

test('an address ends where the sentence goes on', () => {
  expect(links('See https://a.example/x, or http://b.example.')).toEqual([
    'https://a.example/x',
    'http://b.example',
  ]);
  expect(links('(see https://a.example/x)')).toEqual(['https://a.example/x']);
  expect(links('<https://a.example/x?y=1&z=2>')).toEqual(['https://a.example/x?y=1&z=2']);
});

test('brackets that belong to an address stay', () => {
  expect(links('https://a.example/wiki/Mail_(letter)')).toEqual([
    'https://a.example/wiki/Mail_(letter)',
  ]);
});

test('nothing of the text is lost', () => {
  const text = 'One\r\nhttps://a.example/x. Two <b>https://b.example</b> javascript:alert(1)';
  expect(
    splitLinks(text)
      .map(({ words }) => words)
      .join(''),
  ).toBe(text);
});

test('other schemes are text', () => {
  expect(links('javascript:alert(1) data:text/html,x ftp://a.example')).toEqual([]);
});

test('a text made to hold up the page is taken apart at once', () => {
  const signs = `http://a.example/${'!)'.repeat(100_000)}x`;
  const from = performance.now();
  expect(links(`${signs} https://b.example.`)).toEqual([signs, 'https://b.example']);
  expect(performance.now() - from).toBeLessThan(1500);
});
