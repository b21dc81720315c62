/** For when there are no screens to say it, nor styles: the name, a heading that takes the focus, and the reason. */
export function showOnly(title: string, words: string): void {
  const { body } = document;
  const heading = document.createElement('h1');
  heading.append(title);
  heading.tabIndex = -1;
  heading.style.cssText = 'font-size:24px;outline:0';
  body.style.cssText = 'font:16px/1.5 system-ui;max-width:40em;padding:24px';
  body.replaceChildren('Grantscope', heading, words);
  heading.focus();
}
