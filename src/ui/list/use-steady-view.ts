import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListRows, Slots } from './listbox-props.ts';

/**
 * Keeps what is in view where it is when rows come, go or change their height above it: the slot at the top edge stays
 * at the top edge.
 */
export function useSteadyView(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
  rows: ListRows<unknown>,
  slots: Slots | undefined,
  height: number,
): void {
  const top = useRef<{ slot: number; below: number; hidden: number }>(undefined);
  const before = useRef({ rows, height });

  // Before the next rows come, in any rendering: where are we?
  useEffect(() => {
    // As it was last heard of: asking the element would make the browser lay the page out after each step of a scroll.
    const offset = virtualizer.scrollOffset ?? 0;
    const item = virtualizer.getVirtualItemForOffset(offset);
    top.current = undefined;
    if (!item || !slots || offset <= 0) return;
    const slot = slots.of(item.index);
    // A heading has the slot of the row below it.
    const below = item.index - slots.rowOf(slot);
    top.current = { slot, below, hidden: (offset - item.start) / item.size };
  });

  useLayoutEffect(() => {
    const { current: was } = before;
    before.current = { rows, height };
    const { current: element } = scroller;
    if ((was.rows === rows && was.height === height) || !slots || !top.current || !element) return;
    const { slot, below, hidden } = top.current;
    const item = virtualizer.measurementsCache[slots.rowOf(slot) + below];
    if (!item) return;
    const offset = Math.round(item.start + hidden * item.size);
    if (Math.abs(offset - element.scrollTop) > 1) virtualizer.scrollToOffset(offset);
  }, [rows, height, slots, scroller, virtualizer]);
}
