import { describe, expect, test } from 'vitest';
import { allowedLink, linkInWords, misleading } from './link-target.ts';

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
