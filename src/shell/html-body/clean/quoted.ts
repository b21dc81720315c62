/** Earlier letters below an answer, folded away; they are what makes the tenth letter of an exchange long. */

/** How mail programs mark the beginning of what they quote. */
const quotes = [
  'blockquote[type="cite"]',
  '.gmail_quote',
  '.yahoo_quoted',
  '.moz-cite-prefix',
  '#divRplyFwdMsg',
  '#appendonsend',
  '#mail-editor-reference-message-container',
  // Outlook on the desktop: a line in one of its two greys, then "From: ... Sent: ...".
  'div[style*="border-top:solid #E1E1E1" i]',
  'div[style*="border-top:solid #B5C4DF" i]',
].join(',');

/** Letters handed on are quoted to be read. */
const handedOn = /^\W*(forwarded message|begin forwarded message|weitergeleitete nachricht)/i;

/**
 * Puts the quoted end of a letter into something that opens. Nothing is folded where nothing stands before it.
 *
 * @returns whether there was anything to fold
 */
export function foldQuoted(fragment: DocumentFragment): boolean {
  const found = fragment.querySelector(quotes);
  const outer = found && outermost(found);
  const first = outer && (ruleBefore(outer) ?? outer);
  if (!found || !first || handedOn.test(found.textContent ?? '')) return false;
  const after = everythingFrom(first);
  if (!hasWordsBefore(fragment, first)) return false;
  const page = fragment.ownerDocument;
  const details = page.createElement('details');
  details.setAttribute('data-quoted', '');
  const summary = page.createElement('summary');
  summary.textContent = 'Quoted text';
  first.replaceWith(details);
  details.append(summary, ...after);
  return true;
}

/** What begins with an element and holds what is quoted after it, as Outlook's wrapper round its line does not. */
function outermost(element: Element): Element {
  const { parentElement: parent } = element;
  return parent && !hasSomethingBefore(element) ? outermost(parent) : element;
}

function hasSomethingBefore(element: Element): boolean {
  if (element.previousElementSibling) return true;
  let before = element.previousSibling;
  while (before && !before.nodeValue?.trim()) before = before.previousSibling;
  return before !== null;
}

/** Outlook draws a line before what it quotes. */
function ruleBefore(element: Element): Element | undefined {
  const { previousElementSibling: before } = element;
  return before?.nodeName === 'HR' ? before : undefined;
}

/** An element and all that follows it beside it. */
function everythingFrom(first: Element): Node[] {
  const nodes: Node[] = [];
  for (let node: Node | null = first; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

function hasWordsBefore(fragment: DocumentFragment, element: Element): boolean {
  const range = fragment.ownerDocument.createRange();
  range.setStartBefore(fragment.firstChild ?? element);
  range.setEndBefore(element);
  // Its styles are no words.
  const before = range.cloneContents();
  for (const sheet of before.querySelectorAll('style')) sheet.remove();
  return (before.textContent ?? '').trim() !== '' || before.querySelector('img') !== null;
}
