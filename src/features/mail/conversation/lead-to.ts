/**
 * Leads to a letter below the open one, and stays with it while they grow: they get their height when their words are
 * drawn. Whoever moves by then goes where they want.
 * @returns what ends it
 */
export function leadTo(line: HTMLElement): () => void {
  const letters = line.closest('section');
  const above = letters?.parentElement?.querySelector('article');
  const lead = () => {
    // Whoever came by key stands on the heading of the open one, and would not see where.
    if (!above?.querySelector('h1:focus-visible')) line.scrollIntoView({ block: 'start' });
  };
  lead();
  const watch = new ResizeObserver(lead);
  if (letters) watch.observe(letters);
  if (above) watch.observe(above);
  const ended = new AbortController();
  const end = () => {
    watch.disconnect();
    ended.abort();
  };
  for (const moved of ['wheel', 'pointerdown', 'keydown']) {
    addEventListener(moved, end, { capture: true, passive: true, signal: ended.signal });
  }
  return end;
}
