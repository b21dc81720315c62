import { useEffect, useRef, useState } from 'react';
import type { Spot } from '#ui/context-menu.tsx';
import { onHold } from '#ui/on-hold.ts';
import { rowAt, type RowPlace } from './row-place.ts';

/** The row that the pointer is over, and the one whose menu was asked for, in the pane that this stands in. */
export function useRowsUnder() {
  const area = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<RowPlace>();
  const [pressed, setPressed] = useState<RowPlace & { at: Spot }>();
  useEffect(() => {
    const pane = area.current?.parentElement;
    if (!pane) return;
    const ended = new AbortController();
    const { signal } = ended;
    const leave = () => setOver(undefined);
    pane.addEventListener(
      'pointerover',
      ({ target, pointerType }) => {
        // On the buttons the row beneath them is still the one.
        if (area.current?.contains(target as Node)) return;
        setOver(pointerType === 'mouse' ? rowAt(target, pane) : undefined);
      },
      { signal },
    );
    pane.addEventListener('pointerleave', leave, { signal });
    // What is scrolled away under the pointer is no longer meant.
    pane.addEventListener('scroll', leave, { signal, capture: true, passive: true });
    // A press for the menu does not take the focus along.
    pane.addEventListener(
      'mousedown',
      (event) => {
        if (event.button === 2 && rowAt(event.target, pane)) event.preventDefault();
      },
      { signal },
    );
    pane.addEventListener(
      'contextmenu',
      (event) => {
        const row = rowAt(event.target, pane);
        if (!row) return;
        event.preventDefault();
        setPressed({ ...row, at: spotOf(event, row) });
      },
      { signal },
    );
    onHold(
      pane,
      (event) => {
        const row = rowAt(event.target, pane);
        if (row) setPressed({ ...row, at: spotOf(event, row) });
        return row !== undefined;
      },
      signal,
    );
    return () => ended.abort();
  }, []);
  return { area, over, pressed, close: () => setPressed(undefined) };
}

/** Where the pointer is; for a key, which is pressed nowhere, in the row. */
function spotOf({ clientX, clientY }: MouseEvent, { box }: RowPlace): Spot {
  const isWithin =
    clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
  return isWithin ? { x: clientX, y: clientY } : { x: box.left + 48, y: box.bottom - 8 };
}
