import { expect, test } from 'vitest';
import { baseAddress, resolved } from './base-address.ts';

const base = 'https://www.company.example/news/';

test('only a web address is a base', () => {
  expect(baseAddress(` ${base}`)).toBe(base);
  for (const href of [
    null,
    '',
    '/a/',
    'javascript:/a/',
    'data:text/html,x',
    'https://',
    'blob:https://a.example/b',
  ])
    expect(baseAddress(href)).toBeUndefined();
});

test.each([
  ['a.html', 'https://www.company.example/news/a.html'],
  ['../a.html?b=c:d', 'https://www.company.example/a.html?b=c:d'],
  ['/root', 'https://www.company.example/root'],
  ['?q', 'https://www.company.example/news/?q'],
])('a relative address is made whole: %s', (address, whole) => {
  expect(resolved(address, base)).toBe(whole);
});

test.each([
  '#part',
  '',
  '//other.example/a',
  '\\\\other.example\\a',
  'https://other.example/a',
  'mailto:a@b.example',
  'cid:a@b',
  'javascript:alert(1)',
  ' java\nscript\t:alert(1)',
  '\u0001javascript:alert(1)',
])('what is no relative address stays as it is: %j', (address) => {
  expect(resolved(address, base)).toBe(address);
});
