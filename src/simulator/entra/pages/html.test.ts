import { expect, test } from 'vitest';
import { html, Markup } from './html.ts';

test('what is put in is text, and stays HTML where it was written as such', () => {
  const name = `<img src=x onerror="alert('1')">&`;
  expect(String(html`<p title="${name}">${[html`<b>${1}</b>`, undefined, '']}</p>`)).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;"><b>1</b></p>',
  );
  expect(String(html`${new Markup('a > b')}`)).toBe('a > b');
});
