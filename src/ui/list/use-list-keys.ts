import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ListboxProps } from './listbox-props.ts';
import { nextRow } from './next-row.ts';

/** What keys and presses do in a listbox. */
export function useListKeys<Item>({
  props: { rows, height, active, slots, picked, onMove, onPress, onEnter, onFocus, onMark },
  activeAt,
  virtualizer,
  scroller,
  idAt,
}: {
  props: ListboxProps<Item>;
  activeAt: number;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLDivElement | null>;
  idAt: (row: number) => string;
}) {
  /** Where somebody went before the row was here. */
  const awaited = useRef<number>(undefined);

  const goTo = (at: number, key: string) => {
    // The row may not be in the document yet: it is after this, because the active row always is.
    flushSync(() => onMove(key));
    if (at <= 1) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(at, { align: 'auto' });
    document.getElementById(idAt(at))?.focus({ preventScroll: true });
  };

  /** @returns whether the key led somewhere */
  const press = (key: string, extend = false): boolean => {
    const fitting = Math.floor((scroller.current?.clientHeight ?? height) / height);
    const at = nextRow(key, rows, activeAt, fitting);
    if (at === undefined) return false;
    const row = rows[at];
    awaited.current = row ? undefined : slots?.of(at);
    if (!row) virtualizer.scrollToIndex(at, { align: key === 'End' ? 'end' : 'auto' });
    else {
      // The first step of an extension picks the row where it began.
      if (extend && active !== undefined) onMark?.(active, true);
      goTo(at, row.key);
      if (extend) onMark?.(row.key, true);
    }
    return true;
  };

  const arrive = useRef(goTo);
  useEffect(() => {
    arrive.current = goTo;
  });
  useEffect(() => {
    if (awaited.current === undefined || !slots) return;
    const at = slots.rowOf(awaited.current);
    const row = rows[at];
    if (row?.kind !== 'option') return;
    awaited.current = undefined;
    // Not inside an effect: the move is drawn at once, which React does not do there.
    queueMicrotask(() => arrive.current(at, row.key));
  }, [rows, slots]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (active !== undefined && activeAt >= 0) {
      if (event.key === 'Enter') {
        event.preventDefault();
        return onEnter(active);
      }
      if (event.key === ' ' && onMark) {
        event.preventDefault();
        return onMark(active, event.shiftKey);
      }
      if (event.key === ' ' && picked) {
        event.preventDefault();
        return onPress(active);
      }
    }
    if (press(event.key, event.shiftKey)) event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = target.closest<HTMLElement>('[role=option]')?.dataset['at'];
    const row = at === undefined ? undefined : rows[Number(at)];
    if (!row) return;
    const picks = event.ctrlKey || event.metaKey || event.shiftKey || target.closest('[data-pick]');
    if (!onMark || !picks) return onPress(row.key);
    // The press took the focus there.
    onFocus(row.key);
    onMark(row.key, event.shiftKey);
  };

  return { press, onKeyDown, onClick };
}
