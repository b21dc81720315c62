import { describe, expect, test } from 'vitest';
import { allowedLink, linkCaution, linkInWords, misleading } from './link-target.ts';

describe('a link', () => {
  test('may lead to the web, to a letter, to a telephone and within the message', () => {
    expect(allowedLink(' https://a.example/x ')).toBe('https://a.example/x');
    expect(allowedLink('//a.example/x')).toBe('https://a.example/x');
    expect(allowedLink('mailto:a@b.example')).toBe('mailto:a@b.example');
    expect(allowedLink('tel:+41440000000')).toBe('tel:+41440000000');
    expect(allowedLink('#chapter')).toBe('#chapter');
  });

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'ms-word:ofe|u|https://a.example',
    '/mail',
    'page.html',
    '',
    'https://',
  ])('leads nowhere else: %j', (href) => {
    expect(allowedLink(href)).toBeUndefined();
  });

  test('is told by its host, in letters that cannot be mistaken', () => {
    expect(linkInWords('https://a.example/')).toBe('a.example');
    expect(linkInWords('https://раypal.example/login?x=1')).toBe('xn--ypal-43d9g.example/login');
    expect(linkInWords('http://a.example/x')).toBe('Not encrypted: a.example/x');
    expect(linkInWords('mailto:a%20b@c.example?subject=x')).toBe('Write to a b@c.example');
    expect(linkInWords('tel:+41440000000')).toBe('Call +41440000000');
  });
});

describe('the words of a link', () => {
  test.each([
    ['https://bank.example', 'https://evil.example/x', 'bank.example', 'evil.example'],
    ['www.bank.example/login', 'https://evil.example', 'bank.example', 'evil.example'],
    ['bank.example', 'https://bank.example.evil.test/', 'bank.example', 'bank.example.evil.test'],
  ])('mislead: %s -> %s', (words, href, shown, opens) => {
    expect(misleading(words, href)).toEqual({ shown, opens });
  });

  test.each([
    ['Open the plan', 'https://evil.example'],
    ['https://www.bank.example/login', 'https://bank.example/'],
    ['bank.example', 'https://login.bank.example/'],
    ['budget.xlsx', 'https://files.example/1'],
    ['ASP.NET', 'https://files.example/1'],
    ['a@bank.example', 'mailto:a@bank.example'],
    ['a@bank.example', 'https://write.example'],
    ['12.50', 'https://shop.example'],
  ])('do not mislead: %s -> %s', (words, href) => {
    expect(misleading(words, href)).toBeUndefined();
  });
});

describe('a link is worth a word', () => {
  const known = ['bank.example'];
  test.each([
    ['bank.example', 'https://evil.example', 'other-host'],
    ['Sign in', 'https://bank.example@evil.example/', 'name-before-host'],
    ['Sign in', '//bank.example:443@evil.example/', 'name-before-host'],
    ['Sign in', 'https://bank.example.evil.test/', 'look-alike'],
    ['Sign in', 'https://раypal.com/', 'look-alike'],
    ['Sign in', 'http://192.0.2.7/login', 'number'],
    ['Sign in', 'http://3221225991/login', 'number'],
    ['Sign in', 'http://[2001:db8::1]/', 'number'],
  ])('%s -> %s', (words, href, kind) => {
    expect(linkCaution(words, href, known)?.kind).toBe(kind);
  });

  test.each([
    ['Sign in', 'https://bank.example/'],
    ['Write', 'mailto:x@evil.example'],
    ['Down', '#end'],
    ['x', 'https://medium.example/@somebody'],
    ['x', 'javascript:alert(1)'],
  ])('or is not: %s -> %s', (words, href) => {
    expect(linkCaution(words, href, known)).toBeUndefined();
  });
});

test('a link keeps no name and no password', () => {
  expect(allowedLink('https://bank.example:x@evil.example/a')).toBe('https://evil.example/a');
  expect(allowedLink('\\\\evil.example\\a')).toBe('https://evil.example/a');
  expect(allowedLink('java\tscript:alert(1)')).toBeUndefined();
});

test('words and hosts made to hold up the page are judged at once', () => {
  const from = performance.now();
  const words = `see www.a.example${'!'.repeat(200_000)}x`;
  linkCaution(words, 'https://b.example', []);
  const known = ['home.example'];
  for (let nth = 0; nth < 1000; nth += 1) {
    linkCaution('x', `https://host-${nth}.stranger${nth}.example`, known);
  }
  expect(performance.now() - from).toBeLessThan(3000);
});
