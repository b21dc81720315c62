/**
 * For what leaves the document with the focus in it: the focus, which would fall to the page, goes on to somewhere. All
 * ways to do so are made of this one; what is made is given as a `ref`, and made once, for another one would look to
 * React like leaving.
 *
 * - In lists and in what is read: `handOnToHeadingOrList`, below.
 * - In the section around a thing, at what a selector names: `handOnTo` in `hand-on-to.ts`.
 * - For a button that goes to Microsoft's page nothing leaves yet: `standAt` in the services' table.
 *
 * @param prepare looks round while it is still here; what it returns comes after this commit, when the thing is gone and
 *   what takes its place has come
 */
export const handOn =
  (prepare: (leaving: HTMLElement) => () => void) => (leaving: HTMLElement | null) => () => {
    if (leaving?.contains(document.activeElement)) queueMicrotask(prepare(leaving));
  };

/** Within something that is read its heading takes the focus, elsewhere the list, at its tab stop. */
export const handOnToHeadingOrList = handOn((leaving) => {
  const article = leaving.closest('article');
  return () => {
    // Not before: another heading may have come.
    const heading = article?.querySelector<HTMLElement>('h1[tabindex]');
    if (heading) heading.focus({ preventScroll: true });
    else focusList({ preventScroll: true });
  };
});

/** To where the person was in the list, or to the list itself while it has nothing. */
export function focusList(options?: FocusOptions): void {
  document
    .querySelector<HTMLElement>('[role=option][tabindex="0"],[role=listbox]:empty')
    ?.focus(options);
}
