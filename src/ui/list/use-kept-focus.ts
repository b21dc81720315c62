import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus fell out of the document with the option that had it, it is given to another: it would be nobody's, and
 * the next key would begin at the top of the page. A list that has none takes it itself.
 *
 * @param give focuses the option that the tab key reaches, or else the list
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, give: () => void): void {
  const held = useRef<Element>(undefined);

  // Not React's events: it hears none while it changes the document, which is when a dialog gives the focus back.
  useEffect(() => {
    const element = list.current;
    // It may have been handed on to this list before it could listen.
    if (element?.contains(document.activeElement))
      held.current = document.activeElement ?? undefined;
    const take = ({ target }: FocusEvent) => {
      held.current = target as Element;
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      // To nothing: that may be its removal, which browsers tell of or not.
      if (relatedTarget) held.current = undefined;
    };
    element?.addEventListener('focusin', take);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', take);
      element?.removeEventListener('focusout', leave);
    };
  }, [list]);

  useLayoutEffect(() => {
    if (!held.current || held.current.isConnected) return;
    held.current = undefined;
    if (document.activeElement === document.body) give();
  });
}
