/**
 * For what leaves the document with the focus in it: the list takes the focus, at its tab stop; it would fall to the page
 * otherwise. Given as a `ref`.
 */
export const handOnFocus = (leaving: HTMLElement | null) => () => {
  if (!leaving?.contains(document.activeElement)) return;
  // It is still here now; after this commit it is not.
  queueMicrotask(() => focusList({ preventScroll: true }));
};

/** To where the person was in the list. */
export function focusList(options?: FocusOptions): void {
  document.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus(options);
}
