/** Marks words in what is shown, by the browser's own highlights: no element is added, so rows stay as they are drawn. */

const name = 'mail-search';

/** In the lists within an element, which come and go. @returns what takes the marks away */
export function markMatches(inside: HTMLElement, words: readonly string[]): () => void {
  const { highlights } = CSS;
  // Older browsers show results without marks.
  if (!('Highlight' in globalThis) || words.length === 0) return () => undefined;
  const wanted = words.map((word) => word.toLocaleLowerCase());
  const draw = () => {
    const lists = [...inside.querySelectorAll<HTMLElement>('[role=listbox]')];
    const texts = lists.flatMap((list) => [...textsIn(list)]);
    const ranges = texts.flatMap((text) => rangesIn(text, wanted));
    highlights.set(name, new Highlight(...ranges));
  };
  draw();
  // Rows come and go with scrolling.
  const observer = new MutationObserver(draw);
  observer.observe(inside, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    highlights.delete(name);
  };
}

function* textsIn(element: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

function rangesIn(text: Text, words: readonly string[]): Range[] {
  const content = text.data.toLocaleLowerCase();
  // A letter that changes its length with its case would put every mark behind it out of place.
  if (content.length !== text.length) return [];
  const ranges = [];
  for (const word of words) {
    for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {
      const range = new Range();
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}
