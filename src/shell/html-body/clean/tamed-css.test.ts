import { describe, expect, test } from 'vitest';
import { looksTooOften, remoteAddress, tamedCss } from './tamed-css.ts';

function tame(css: string, images = false) {
  const remote: string[] = [];
  return { css: tamedCss(css, images, (address) => remote.push(address)), remote };
}

describe('the CSS of a mail', () => {
  test.each([
    '@media (width < 600px) { .a { color: red; margin: -1px } }',
    '@layer a { p > b::before { content: "url(https://t.example/)" } }',
    '.a\\:b { width: calc(100% - 2 * var(--gap)) }',
    'a{b:c',
    '',
  ])('keeps what loads nothing: %s', (css) => {
    expect(tame(css)).toEqual({ css, remote: [] });
  });

  test('keeps pictures that it brings along', () => {
    const { css, remote } = tame('a{background:url(data:image/png;base64,AA==)}');
    expect(css).toBe('a{background:url("data:image/png;base64,AA==")}');
    expect(remote).toEqual([]);
  });

  test.each([
    ['background: url(https://t.example/a.gif)', 'https://t.example/a.gif'],
    ['background: url( "http://t.example/a.gif" )', 'https://t.example/a.gif'],
    ["list-style: URL('//t.example/a.gif')", 'https://t.example/a.gif'],
    ['background: u\\72l(https://t.example/a)', 'https://t.example/a'],
    ['background: \\75\\000072L(https://t.example/a)', 'https://t.example/a'],
    ['background: url(\\68ttps://t.example/a)', 'https://t.example/a'],
    ['background: url("https:/\\/t.example/a")', 'https://t.example/a'],
    ['background: url(https://t.example/a', 'https://t.example/a'],
    ["background: url('https://t.example/a", 'https://t.example/a'],
    ['background: url("https://t.exam\\\nple/a")', 'https://t.example/a'],
    ['background: url(\\\\\\\\t.example/a)', 'https://t.example/a'],
    ['--a: url(https://t.example/a); background: var(--a)', 'https://t.example/a'],
    ['background: cross-fade(url(https://t.example/a), red)', 'https://t.example/a'],
    ['background: red/**/url(https://t.example/a)', 'https://t.example/a'],
    ["content: '/*'; background: url(https://t.example/a); b: '*/'", 'https://t.example/a'],
    ["b: '\n; background: url(https://t.example/a)", 'https://t.example/a'],
  ])('loads no image: %s', (css, address) => {
    const tamed = tame(css);
    expect(tamed.remote).toEqual([address]);
    expect(tamed.css).not.toContain('t.exam');
  });

  test.each([
    "@import url('https://fonts.example/css2?family=Inter:wght@400;700');",
    '@import "https://t.example/a.css";',
    '@im\\port "https://t.example/a.css";',
    '@\\69mport "https://t.example/a.css";',
    '@import url(https://t.example/a.css) screen;',
    '@import url(https://t.example/a.css) layer(a) supports(b: url(x));',
    '@import "https://t.example/a.css"',
    '@import',
    '@font-face { font-family: x; src: url(https://t.example/x.woff2) }',
    '@font-face { src: url(https://t.example/x.woff2',
    'background: image-set("https://t.example/a.png" 1x, url(https://t.example/b.png) 2x)',
    'background: -webkit-image-set(url(https://t.example/b.png) 2x)',
    'background: image("https://t.example/b.png")',
    'background: src("https://t.example/b.png")',
    'background: image-set("https://t.example/a.png" 1x',
    '/* url(https://t.example/hidden) */',
    '/* url(https://t.example/hidden)',
  ])('loads neither sheets nor fonts, and says nothing about them: %s', (css) => {
    expect(tame(`a{}${css}`).remote).toEqual([]);
    expect(tame(`a{}${css}`).css).not.toContain('.example');
    expect(tame(`a{}${css}`, true).css).not.toContain('.example');
  });

  test('goes on after a rule that is taken out', () => {
    expect(tame('@import "a";b{c:d}').css).toBe('b{c:d}');
    expect(tame('@media print{@import "a"}b{c:d}').css).toBe('@media print{}b{c:d}');
    expect(tame('@font-face{src:url(a)}b{c:d}').css).toBe('b{c:d}');
    expect(tame('b{c:image-set("a" 1x);d:e}').css).toBe('b{c:none;d:e}');
  });

  test('pins nothing above the rest', () => {
    expect(tame('a{position:fixed!important;b:c}').css).toBe('a{position:static!important;b:c}');
    expect(tame('position : /**/ \\sticky').css).toBe('position : /**/ static');
    expect(tame('background-attachment: fixed; position: absolute').css).toBe(
      'background-attachment: fixed; position: absolute',
    );
    expect(tame('a:hover{position:relative}.fixed{table-layout:fixed}').css).toBe(
      'a:hover{position:relative}.fixed{table-layout:fixed}',
    );
  });

  test('makes no word of two', () => {
    expect(tame('a{background:u/**/rl(https://t.example)}').css).toContain('u/**/rl');
    expect(tame('@im/**/port "https://t.example/a.css";').css).toContain('@im/**/port');
  });

  test('keeps images once they are allowed, by https only', () => {
    expect(tame('background:url(http://t.example/a.gif)', true).css).toBe(
      'background:url("https://t.example/a.gif")',
    );
  });

  test('an address cannot break out of its quotes', () => {
    const { css } = tame(`b:url('data:image/png,");background:url(https://t.example/a)')`);
    expect(css).toBe('b:url("data:image/png,%22);background:url(https://t.example/a)")');
    expect(tame('b:url(data:image/png\\",x)').css).toBe('b:url("data:image/png%22,x")');
  });

  test('an address on no host leads nowhere, because it would lead here', () => {
    expect(tame('background:url(/logo.png)', true)).toEqual({
      css: 'background:url("data:,")',
      remote: [],
    });
  });

  test.each(['/*', 'url(', 'image-set(', '@import', '"', '\\', '@', '(', 'u\\72l(', '{', "url('"])(
    'is read in one walk, also much of %s',
    (piece) => {
      const css = piece.repeat(300_000 / piece.length);
      const start = performance.now();
      tame(css);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});

test('only http and https are addresses of images elsewhere', () => {
  expect(remoteAddress('  HTTP://a.example/x ')).toBe('https://a.example/x');
  expect(remoteAddress('\\/a.example/x')).toBe('https://a.example/x');
  expect(remoteAddress('ht\ntps://a.example/x')).toBe('https://a.example/x');
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

test('sheets that look into elements hundreds of times are told, however it is written, and then do so no more', () => {
  const rule = 'p:h\\61s(b) a{color:red}';
  expect(looksTooOften([rule.repeat(20)])).toBe(false);
  expect(looksTooOften([rule.repeat(20), rule])).toBe(true);
  expect(tamedCss(rule, false, () => undefined)).toBe(rule);
  expect(tamedCss(rule, false, () => undefined, true)).toBe('p:x-has(b) a{color:red}');
});
