import { describe, expect, test } from 'vitest';
import { remoteAddress, tamedCss } from './tamed-css.ts';

function tame(css: string, images = false) {
  const remote: string[] = [];
  return { css: tamedCss(css, images, (address) => remote.push(address)), remote };
}

describe('the CSS of a mail', () => {
  test('keeps what loads nothing', () => {
    const css =
      '@media (width < 600px) { .a { color: red; background: url(data:image/png;base64,AA) } }';
    expect(tame(css)).toEqual({ css, remote: [] });
  });

  test.each([
    ['background: url(https://t.example/a.gif)', 'https://t.example/a.gif'],
    ['background: url( "http://t.example/a.gif" )', 'https://t.example/a.gif'],
    ["list-style: URL('//t.example/a.gif')", 'https://t.example/a.gif'],
  ])('loads no image: %s', (css, address) => {
    const tamed = tame(css);
    expect(tamed.remote).toEqual([address]);
    expect(tamed.css).not.toContain('t.example');
  });

  test.each([
    "@import url('https://fonts.example/css2?family=Inter:wght@400;700');",
    '@import "https://t.example/a.css";',
    '@import url(https://t.example/a.css) screen;',
    '@import',
    '@font-face { font-family: x; src: url(https://t.example/x.woff2) }',
    'background: image-set("https://t.example/a.png" 1x, url(https://t.example/b.png) 2x)',
    '/* url(https://t.example/hidden) */',
  ])('loads neither sheets nor fonts, and says nothing about them: %s', (css) => {
    expect(tame(`a{}${css}`).remote).toEqual([]);
    expect(tame(`a{}${css}`).css).not.toContain('.example');
    expect(tame(`a{}${css}`, true).css).not.toContain('.example');
  });

  test('keeps images once they are allowed, by https only', () => {
    expect(tame('background:url(http://t.example/a.gif)', true).css).toBe(
      'background:url("https://t.example/a.gif")',
    );
  });

  test('an address on no host leads nowhere, because it would lead here', () => {
    expect(tame('background:url(/logo.png)', true)).toEqual({
      css: 'background:url("data:,")',
      remote: [],
    });
  });
});

test('only http and https are addresses of images elsewhere', () => {
  expect(remoteAddress('  HTTP://a.example/x ')).toBe('https://a.example/x');
  for (const other of [
    'cid:logo',
    'data:image/png;base64,AA',
    'logo.png',
    '',
    'https://',
    'ftp://a/b',
  ])
    expect(remoteAddress(other)).toBeUndefined();
});
