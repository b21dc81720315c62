import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { flushSync } from 'react-dom';
import { headingHeight, type ListboxProps } from './listbox-props.ts';
import { nextOption } from './next-option.ts';
import styles from './virtual-listbox.module.css';

/** How many rows before the end of what is here the next ones are asked for. */
const pageMargin = 25;

/**
 * A list of any length in which one thing is chosen: one tab stop, arrows within (ARIA listbox). Only the rows in view
 * are in the document, and the one that has, or would get, the focus: removing that one would drop the focus to the
 * page. Options hold no controls.
 */
export function VirtualListbox<Item>({
  id: listId,
  label,
  rows,
  blanks = 0,
  total,
  height,
  active,
  selected,
  picked,
  Option,
  named,
  foot,
  place = 0,
  onMove,
  onPress,
  onEnter,
  onNearEnd,
  onSettle,
}: ListboxProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const options = useMemo(
    () => rows.flatMap((row, at) => (row.kind === 'option' ? [at] : [])),
    [rows],
  );
  const activeAt = rows.findIndex((row) => row.kind === 'option' && row.key === active);

  const withActive = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (activeAt < 0 || shown.includes(activeAt)) return shown;
      return [...shown, activeAt].toSorted((a, b) => a - b);
    },
    [activeAt],
  );

  // A new function says that the heights are others: a blank may have become a heading.
  const keyAt = useCallback((at: number) => rows[at]?.key ?? at, [rows]);

  // oxlint-disable-next-line react/incompatible-library -- a warning for the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rows.length + blanks,
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

  const lastInView = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastInView >= rows.length - pageMargin) onNearEnd?.();
  }, [lastInView, rows.length, onNearEnd]);

  // A scroll position is kept over a choice made elsewhere (a link, a toolbar) only until that choice changes; rows that
  // come in above it are no change.
  const shown = useRef(place > 0 && activeAt >= 0 ? active : undefined);
  useEffect(() => {
    if (activeAt < 0 || active === shown.current) return;
    shown.current = active;
    // The first option has a heading above it that should be seen too.
    if (activeAt === options[0]) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(activeAt, { align: 'auto' });
  }, [active, activeAt, options, virtualizer]);

  const idAt = (at: number) => `${listId}-${at}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && active !== undefined && activeAt >= 0) {
      event.preventDefault();
      return onEnter(active);
    }
    if (event.key === ' ' && picked && active !== undefined && activeAt >= 0) {
      event.preventDefault();
      return onPress(active);
    }
    const fitting = Math.floor((scroller.current?.clientHeight ?? height) / height);
    const to = nextOption(event.key, options.indexOf(activeAt), options.length, fitting);
    const at = to === undefined ? undefined : options[to];
    const key = at === undefined ? undefined : rows[at]?.key;
    if (at === undefined || key === undefined) return;
    event.preventDefault();
    // The row may not be in the document yet: it is after this, because the active row always is.
    flushSync(() => onMove(key));
    if (to === 0) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(at, { align: 'auto' });
    document.getElementById(idAt(at))?.focus({ preventScroll: true });
  };

  const onClick = ({ target }: MouseEvent) => {
    const at = (target as Element).closest<HTMLElement>('[role=option]')?.dataset['at'];
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row) onPress(row.key);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable={picked && true}
        className={styles.list}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {virtualizer.getVirtualItems().map(({ index: at, key, start, size }) => {
          const row = rows[at];
          const style = { transform: `translateY(${start}px)`, blockSize: size };
          if (row?.kind !== 'option') {
            return (
              <div
                key={key}
                role="presentation"
                aria-hidden
                className={row ? styles.heading : styles.blank}
                style={style}
              >
                {row?.text}
              </div>
            );
          }
          const id = idAt(at);
          return (
            <div
              key={key}
              id={id}
              role="option"
              data-at={at}
              aria-selected={picked ? picked.has(row.key) : row.key === selected}
              aria-setsize={total ?? -1}
              aria-posinset={options.indexOf(at) + 1}
              aria-labelledby={named.map((part) => `${id}-${part}`).join(' ')}
              tabIndex={at === activeAt ? 0 : -1}
              className={styles.option}
              style={style}
            >
              <Option item={row.item} id={id} />
            </div>
          );
        })}
      </div>
      {foot}
    </div>
  );
}
