/**
 * Leads to a letter below the open one, and stays with it while they grow: they get their height when their words are
 * drawn. Whoever moves by then goes where they want.
 * @returns what ends it
 */
export function leadTo(line: HTMLElement): () => void {
  const lead = () => line.scrollIntoView({ block: 'start' });
  lead();
  const watch = new ResizeObserver(lead);
  const letters = line.closest('section');
  const above = letters?.parentElement?.querySelector('article');
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
