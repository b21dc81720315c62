/**
 * For what its own press takes away: the focus, which would fall to the page, goes on to `goal` in the section around
 * it, or on the screen if the section went, too. Given as a `ref`; made once, for another one would look like leaving.
 */
export const handOnTo = (goal: string) => (leaving: HTMLElement | null) => () => {
  if (!leaving?.contains(document.activeElement)) return;
  const section = leaving.closest('section');
  // It is still here now; after this commit it is not, and what takes its place has come.
  queueMicrotask(() => {
    const place = section?.isConnected ? section : document.querySelector('main');
    place?.querySelector<HTMLElement>(goal)?.focus();
  });
};
