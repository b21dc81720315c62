/**
 * For what leaves the document with the focus in it, which would fall to the page otherwise: within something that is
 * read its heading takes the focus, elsewhere the list, at its tab stop. Given as a `ref`.
 */
export const handOnFocus = (leaving: HTMLElement | null) => () => {
  if (!leaving?.contains(document.activeElement)) return;
  const article = leaving.closest('article');
  // It is still here now; after this commit it is not, and another heading may have come.
  queueMicrotask(() => {
    const heading = article?.querySelector<HTMLElement>('h1[tabindex]');
    if (heading) heading.focus({ preventScroll: true });
    else focusList({ preventScroll: true });
  });
};

/** To where the person was in the list. */
export function focusList(options?: FocusOptions): void {
  document.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus(options);
}
