/** Letters made to hold up the page, and letters made to leave their frame or to take what is around it over. */
import type { TestLetter } from './letters.ts';

export const mark = 'top.pwned=1';

const many = (total: number, make: (nth: number) => string): string =>
  Array.from({ length: total }, (_, nth) => make(nth)).join('');

/** What costs a browser, or what looks into a letter, more than it costs to write. */
export const heavyLetters: readonly TestLetter[] = [
  { subject: 'Sheets', body: many(15_000, (nth) => `<style>.a${nth}{color:red}</style>`) },
  {
    subject: 'Links',
    body: many(20_000, (nth) => `<a href="//h${nth}.s${nth}.example">paypal.com</a> `),
  },
  { subject: 'Paragraphs', body: '<p>a</p>'.repeat(60_000) },
  { subject: 'Words', body: `<p>${'word '.repeat(1_000_000)}</p>` },
  { subject: 'Open tags', body: '<b><i><u><a href=#>'.repeat(15_000) },
  { subject: 'Depth', body: '<div>'.repeat(20_000) },
  { subject: 'Tables', body: '<table><tr><td>'.repeat(400) },
  { subject: 'Spans', body: `<table><tr>${'<td rowspan=65534 colspan=1000>x</td>'.repeat(300)}` },
  {
    subject: 'Looking into',
    body: `<style>${'*:has(* ~ * > * + *) > *:not(:has(*)){color:red}'.repeat(300)}</style>${'<div><p>a<b>c</b></p></div>'.repeat(3000)}`,
  },
  {
    subject: 'Attributes',
    body: `<p title="${'x'.repeat(200_000)}" style="${'color:red;'.repeat(20_000)}">a</p>`,
  },
  {
    subject: 'Pixels',
    body: many(4000, (nth) => `<img width=1 height=1 src="//t.example/${nth}">`) + '<p>a</p>',
  },
  { subject: 'Contents', body: many(1000, (nth) => `<img src="cid:${nth}@x">`) },
  { subject: 'Text', body: 'word '.repeat(1_000_000), contentType: 'text' },
  { subject: 'Addresses', body: 'http://a.example/ '.repeat(100_000), contentType: 'text' },
  { subject: 'Signs', body: `http://a.example/${'!'.repeat(300_000)}x`, contentType: 'text' },
  { subject: 'Quoted', body: `a\n${'> q\n'.repeat(200_000)}`, contentType: 'text' },
];

const huge = 'width:9999px;height:9999px;background:red;z-index:2147483647';

/** Without a frame each of these covers the page, hides it, or takes its names. */
export const escapingLetters: readonly string[] = [
  `<div style="position:fixed;inset:0;${huge}">x</div>`,
  `<div style="position:absolute;top:-500px;left:-500px;${huge}">x</div>`,
  `<style>div{position:fixed!important;top:0;left:0}</style><div style="${huge}">x</div>`,
  `<div style="pos\\69tion:f\\69xed;inset:0;${huge}">x</div>`,
  `<style>body>*{position:fixed;inset:0;width:9999px;height:9999px;background:red}</style><p>x</p>`,
  `<div style="margin:-5000px;${huge};position:relative">x</div>`,
  `<div style="transform:translate(-400px,-400px) scale(50);${huge}">x</div>`,
  `<style>html,body{position:fixed!important;inset:-9999px!important;z-index:99999!important;width:99999px!important;height:200vh!important;background:red!important;zoom:40!important}</style><p>x</p>`,
  `<style>main,nav,header,[role]{display:none!important}</style><div style="position:fixed;inset:0;${huge}">x</div>`,
  `<dialog open style="position:fixed;inset:0;${huge}">x</dialog>`,
  `<div popover=manual id=root class=panel style="display:block;position:fixed;inset:0;${huge}">x</div>`,
  `<style>@keyframes a{from{width:9999px;height:9999px}to{width:9998px;height:9998px}}p{position:fixed;inset:0;background:red;animation:a 1ms infinite}</style><p>x</p>`,
  `<center style="view-transition-name:a;anchor-name:--a;position:fixed;inset:0;${huge}">x</center>`,
];

/** As subject, as name of the sender and as name of a file: text, whatever it looks like. */
export const names: readonly string[] = [
  `<img src=x onerror=${mark}>`,
  `"><script>${mark}</script>`,
  `</title></style></textarea><svg onload=${mark}>`,
  `\u202egnp.exe \u2066\u2067\u2068 invoice`,
  `javascript:${mark}`,
  '{{constructor.constructor("top.pwned=1")()}} ${top.pwned=1}',
  `${'\u0301'.repeat(400)}Z${'a\u0489'.repeat(200)}lgo`,
  'L'.repeat(600),
  '../../../../etc/passwd%00.html',
  'a\r\nBcc: everybody@stranger.example\r\n\r\n',
  '\ud800 alone \udc00 \u0000 \ufeff',
  '👩🏽‍🔬'.repeat(80),
];
