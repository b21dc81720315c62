import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

/**
 * The keys of an agenda, which is one tab stop: up and down through the events, left and right from day to day, pages to
 * the days before and after.
 *
 * @param rows keys of the rows, in the order in which they stand
 */
export function useAgendaKeys(rows: readonly string[], onStep: (direction: 1 | -1) => void) {
  const list = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string>();
  /** Where the focus was put after the days were turned; once the person goes on from there it is theirs again. */
  const turnedTo = useRef<HTMLElement>(null);
  // The days that were turned to come after the key, their events one calendar after the other, and rows that go take
  // the focus with them: until the person goes on, it is on the first row that there is, or on the list.
  useLayoutEffect(() => {
    const { current: element } = list;
    const { activeElement } = document;
    if (!element || !turnedTo.current) return;
    const isLost = !turnedTo.current.isConnected && activeElement === document.body;
    if (activeElement === turnedTo.current || isLost) {
      turnedTo.current = rowsIn(element)[0] ?? element;
      turnedTo.current.focus();
    } else turnedTo.current = null;
  }, [rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, currentTarget } = event;
    const pages = { PageDown: 1, PageUp: -1 } as const;
    if (key === 'PageDown' || key === 'PageUp') {
      event.preventDefault();
      // The rows go, and the focus with them.
      turnedTo.current = currentTarget;
      currentTarget.focus();
      return onStep(pages[key]);
    }
    turnedTo.current = null;
    const to = rowAfterKey(currentTarget, event.target as HTMLElement, key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  return {
    list,
    onKeyDown,
    /** The row that Tab leads to. */
    reached: reached !== undefined && rows.includes(reached) ? reached : rows[0],
    onReach: setReached,
  };
}

function rowAfterKey(list: HTMLElement, target: HTMLElement, key: string): HTMLElement | undefined {
  const rows = rowsIn(list);
  const at = rows.indexOf(target);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
    case 'ArrowLeft': {
      const days = [...list.querySelectorAll('section')].filter((day) => rowsIn(day).length > 0);
      const day =
        days[days.findIndex((each) => each.contains(target)) + (key === 'ArrowRight' ? 1 : -1)];
      return day && rowsIn(day)[0];
    }
    default:
      return undefined;
  }
}

function rowsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('[data-event]')];
}
