import { startTransition, useEffect, useOptimistic, useRef, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { focusList } from '#ui/hand-on.ts';

/** Below this width one pane is shown at a time; the same number stands in the style sheets of the screens. */
export const onePane = '(width < 800px)';

/** Goes from a list to one of its things and back, and takes the focus along when the person does. */
export function useReading({
  opened,
  home,
  addressOf,
}: {
  /** The thing in the address. */
  opened: string | undefined;
  /** Path of the list alone. */
  home: string;
  /** Path of the list with a thing opened. */
  addressOf: (id: string) => string;
}) {
  const navigate = useNavigate();
  const { state, search } = useLocation();
  const cameFromList = (state as { fromList?: boolean } | null)?.fromList;
  // The router follows in its own time, and on a busy machine a person is faster: what they opened counts at once.
  const [wanted, want] = useOptimistic(opened);
  const focus = useFocus(opened);

  const open = (id: string, withFocus = false) => {
    if (withFocus && id === opened && focus.onHeading()) return;
    // Whoever is in a letter when it is exchanged for another is at the top of that one.
    focus.wait(withFocus || (id !== opened && focus.isWithin()) ? id : undefined);
    const isFirst = wanted === undefined;
    startTransition(() => {
      want(id);
      // One step in the history for all that is read in a row: Back leads to the list.
      void navigate(
        { pathname: addressOf(id), search },
        {
          replace: !isFirst,
          state: { fromList: isFirst || cameFromList },
        },
      );
    });
  };

  /** @param gone the thing is there no more, so that it has to leave the address as well */
  const close = (gone = false) => {
    if (!gone && !matchMedia(onePane).matches) return focus.onRow();
    focus.wait('row');
    if (cameFromList) void navigate(-1);
    else void navigate({ pathname: home, search }, { replace: true });
  };

  return {
    /** What the person has opened; the address and the pane may be about to follow. */
    wanted,
    open,
    close,
    heading: focus.heading,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // What has opened over the thing is closed first, by the browser.
      if (!document.querySelector(':modal,:popover-open')) close();
    },
  };
}

/** Where the focus is to go once what was asked for stands there. */
function useFocus(opened: string | undefined) {
  const title = useRef<HTMLHeadingElement | null>(null);
  /** The row, or the heading of the thing with this id. */
  const awaited = useRef<string>(undefined);

  const before = useRef(opened);
  useEffect(() => {
    const wasOpen = before.current !== undefined;
    before.current = opened;
    if (opened !== undefined) return;
    // The browser's own way back, too, leads to the row that was left, unless the person is somewhere else by now.
    const isNowhere = document.activeElement === document.body;
    if (awaited.current === 'row' || (wasOpen && isNowhere)) focusList();
    awaited.current = undefined;
  }, [opened]);

  return {
    heading: (element: HTMLHeadingElement | null) => {
      title.current = element;
      // The one that is about to go is drawn once more before, and would go with the focus.
      if (!element || opened === undefined || awaited.current !== opened) return;
      awaited.current = undefined;
      element.focus();
    },
    wait: (where: string | undefined) => {
      awaited.current = where;
    },
    onRow: () => focusList(),
    /** @returns whether there is one */
    onHeading: () => {
      title.current?.focus();
      return title.current !== null;
    },
    isWithin: () => title.current?.closest('article')?.contains(document.activeElement) ?? false,
  };
}
