/**
 * For what leaves the document with the focus in it, which would fall to the page otherwise: within something that is
 * read its heading takes the focus, elsewhere the list, at its tab stop. Given as a `ref`.
 */
export const handOnFocus = (leaving: HTMLElement | null) => () => {
  if (!leaving?.contains(document.activeElement)) return;
  const heading = leaving.closest('article')?.querySelector<HTMLElement>('h1[tabindex]');
  // It is still here now; after this commit it is not.
  queueMicrotask(() => {
    if (heading) heading.focus({ preventScroll: true });
    else focusList({ preventScroll: true });
  });
};

/** To where the person was in the list. */
export function focusList(options?: FocusOptions): void {
  document.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus(options);
}
