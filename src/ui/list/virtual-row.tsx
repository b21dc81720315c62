import { memo } from 'react';
import type { ListboxProps, ListRow } from './listbox-props.ts';
import styles from './listbox-rows.module.css';

/**
 * A row at its place: an option, a heading between them, or the blank of an option that is not here yet. Drawn again only
 * when it changes: while a list is scrolled, most of its rows stay.
 */
export const VirtualRow = memo(Row) as typeof Row;

function Row<Item>({
  id,
  at,
  row,
  start,
  size,
  total,
  position,
  selected,
  several,
  tabStop,
  Option,
  named,
}: Pick<ListboxProps<Item>, 'id' | 'total' | 'selected' | 'Option' | 'named'> & {
  at: number;
  row: ListRow<Item> | undefined;
  start: number;
  size: number;
  position: number | undefined;
  tabStop: boolean;
  /** Those that are picked, while several are. */
  several: ReadonlySet<string> | undefined;
}) {
  const style = { transform: `translateY(${start}px)`, blockSize: size };
  if (row?.kind !== 'option') {
    return (
      <div
        role="presentation"
        aria-hidden
        className={row ? styles.heading : styles.blank}
        style={style}
      >
        {row?.text}
      </div>
    );
  }
  const isOpen = row.key === selected;
  const isMarked = several?.has(row.key);
  return (
    <div
      id={id}
      role="option"
      data-at={at}
      // While several are being picked, those are the selected ones, and the open one is only where the person is.
      aria-selected={isMarked ?? isOpen}
      aria-current={several && isOpen ? true : undefined}
      data-open={isOpen || undefined}
      data-marked={isMarked || undefined}
      aria-setsize={total ?? -1}
      aria-posinset={position}
      aria-labelledby={named.map((part) => `${id}-${part}`).join(' ')}
      tabIndex={tabStop ? 0 : -1}
      className={styles.option}
      style={style}
    >
      <Option item={row.item} id={id} />
    </div>
  );
}
