import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type RefObject,
} from 'react';
import { wasAt } from './first-rows.tsx';
import { headingHeight, type ListboxProps } from './listbox-props.ts';
import { useFocusElsewhere } from './use-focus-elsewhere.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useListKeys } from './use-list-keys.ts';
import { useRowOf } from './use-row-of.ts';
import { useSteadyView } from './use-steady-view.ts';
import { VirtualRow } from './virtual-row.tsx';
import styles from './listbox-rows.module.css';

/**
 * A list of any length in which one thing is chosen: one tab stop, arrows within (ARIA listbox). Only the rows in view
 * are in the document, and the one that has, or would get, the focus: removing that one would drop the focus to the
 * page. Options hold no controls.
 */
export function VirtualListbox<Item>(props: ListboxProps<Item>) {
  const { id: listId, label, rows, total, height, active, selected, Option, named, foot } = props;
  const { place = 0, slots, handle, picked, marked, onRange, onSettle } = props;
  const several = picked ?? (marked && marked.size > 0 ? marked : undefined);
  const scroller = useRef<HTMLDivElement>(null);
  const activeAt = useRowOf(rows, active);
  const positions = useMemo(() => optionsUpTo(rows), [rows]);

  const withActive = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (activeAt < 0 || shown.includes(activeAt)) return shown;
      return [...shown, activeAt].toSorted((a, b) => a - b);
    },
    [activeAt],
  );

  // A new function says that the heights are others: a blank may have become a heading.
  const keyAt = useCallback(
    (at: number) => rows[at]?.key ?? at,
    // oxlint-disable-next-line react/exhaustive-deps -- with the height all of them change
    [rows, height],
  );

  // oxlint-disable-next-line react/incompatible-library -- a warning for the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === 'heading' ? headingHeight : height),
    getItemKey: keyAt,
    rangeExtractor: withActive,
    overscan: 6,
    initialOffset: place,
    onChange: (instance, scrolling) => {
      if (!scrolling) onSettle?.(instance.scrollOffset ?? 0);
    },
  });

  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  useEffect(() => onRange?.(first, last), [first, last, rows, onRange]);

  useSteadyView(virtualizer, scroller, rows, slots, height);

  // A scroll position is kept over a choice made elsewhere (a link, a toolbar) only until that choice changes; rows that
  // come in above it are no change.
  const shown = useRef(place > 0 && activeAt >= 0 ? active : undefined);
  useLayoutEffect(() => {
    const top = wasAt.get(listId)?.top;
    if (!top) return;
    virtualizer.scrollToOffset(top);
    shown.current = active;
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it takes the place of the first rows
  }, [listId]);
  useEffect(() => {
    if (activeAt < 0 || active === shown.current) return;
    shown.current = active;
    // The first option has a heading above it that should be seen too.
    if (positions[activeAt] === 1) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(activeAt, { align: 'auto' });
  }, [active, activeAt, positions, virtualizer]);

  // Who leaves while it still moves comes back to where it was by then. Nothing that is hidden is scrolled anywhere.
  const leave = useEffectEvent(() => {
    if (scroller.current?.clientHeight) onSettle?.(scroller.current.scrollTop);
  });
  useLayoutEffect(() => () => leave(), []);

  const idAt = (at: number) => `${listId}-${at}`;
  // Before whatever moves the focus: what it knows of the rows is as new as they are.
  useFocusElsewhere(scroller, props);
  useFocusOfFirstRows(listId, scroller);
  const { press, onKeyDown, onClick } = useListKeys({
    props,
    activeAt,
    virtualizer,
    scroller,
    idAt,
  });

  const focus = () => {
    const option = document.getElementById(idAt(activeAt));
    const goal = option ?? scroller.current?.querySelector<HTMLElement>('[role=listbox]');
    goal?.focus({ preventScroll: true });
  };
  useKeptFocus(scroller, focus);

  useImperativeHandle(handle, () => ({
    press: (key, extend) => void press(key, extend),
    focus,
    show: (row) => virtualizer.scrollToIndex(row, { align: 'start' }),
  }));

  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its options take the focus */}
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable={several && true}
        className={styles.list}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {virtualizer.getVirtualItems().map(({ index: at, key, start, size }) => (
          <VirtualRow
            key={key}
            id={idAt(at)}
            at={at}
            row={rows[at]}
            start={start}
            size={size}
            total={total}
            position={positions[at]}
            selected={selected}
            several={several}
            tabStop={at === activeAt}
            Option={Option}
            named={named}
          />
        ))}
      </div>
      {foot}
    </div>
  );
}

/** Somebody may have gone to one of the rows whose place this list takes: the same row has the focus then. */
function useFocusOfFirstRows(listId: string, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const focused = wasAt.get(listId)?.focus;
    // For this once: the next list has another id.
    wasAt.delete(listId);
    if (!focused?.startsWith(`${listId}-`)) return;
    // Rows are drawn once the list has measured its place, which is in the same moment.
    queueMicrotask(() => {
      const row =
        document.getElementById(focused) ??
        scroller.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]');
      row?.focus({ preventScroll: true });
    });
  }, [listId, scroller]);
}

/** How many options there are up to each row, that one included. */
function optionsUpTo(rows: ListboxProps<unknown>['rows']): Uint32Array {
  const counts = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    if (rows[at]?.kind !== 'heading') count += 1;
    counts[at] = count;
  }
  return counts;
}
