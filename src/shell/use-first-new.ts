import { useLayoutEffect, useRef } from 'react';

const stops = 'a[href], button, summary, [tabindex="0"]';

/**
 * For a button below a list that brings more of it: the focus goes on to the first that has come, for the button is far
 * below it then, or gone. Whoever has left the button meanwhile is not called back.
 */
export function useFirstNew() {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<{ part: Element; all: ReadonlySet<Element> }>(undefined);

  useLayoutEffect(() => {
    if (!before.current) return;
    const { part, all } = before.current;
    const foot = button.current?.parentElement;
    const first = stopsIn(part).find((each) => !all.has(each) && !foot?.contains(each));
    if (!first) return;
    before.current = undefined;
    const { activeElement: focused, body } = document;
    if (focused === button.current || focused === body) first.focus();
  });

  return {
    button,
    /** As it is pressed: what is there already. */
    remember: () => {
      const part = button.current?.closest('section');
      before.current = part ? { part, all: new Set(stopsIn(part)) } : undefined;
    },
  };
}

const stopsIn = (part: Element) => [...part.querySelectorAll<HTMLElement>(stops)];
