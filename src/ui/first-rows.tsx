import type { MouseEvent } from 'react';
import { headingHeight, type ListboxProps } from './listbox-props.ts';
import styles from './virtual-listbox.module.css';

/** As many as a tall window shows; the list that takes their place draws the same ones at the same places. */
const enough = 20;

/** The top of a list for the moment in which its virtual self is still on its way. Can be read and pressed. */
export function FirstRows<Item>({
  id: listId,
  label,
  rows,
  height,
  total,
  selected,
  Option,
  named,
  onPress,
}: ListboxProps<Item>) {
  const first = rows.slice(0, enough).filter((row) => row !== undefined);
  const heights = first.map(({ kind }) => (kind === 'heading' ? headingHeight : height));
  const startOf = (at: number) => heights.slice(0, at).reduce((sum, each) => sum + each, 0);

  const onClick = ({ target }: MouseEvent) => {
    const at = (target as Element).closest<HTMLElement>('[role=option]')?.dataset['at'];
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row) onPress(row.key);
  };

  return (
    <div className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- for a moment; the keys come with the list */}
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-busy
        className={styles.list}
        onClick={onClick}
      >
        {first.map((row, at) => {
          const style = { transform: `translateY(${startOf(at)}px)`, blockSize: heights[at] };
          if (row.kind === 'heading') {
            return (
              <div
                key={row.key}
                role="presentation"
                aria-hidden
                className={styles.heading}
                style={style}
              >
                {row.text}
              </div>
            );
          }
          const id = `${listId}-${at}`;
          return (
            <div
              key={row.key}
              id={id}
              role="option"
              data-at={at}
              aria-selected={row.key === selected}
              aria-setsize={total ?? -1}
              aria-labelledby={named.map((part) => `${id}-${part}`).join(' ')}
              tabIndex={-1}
              className={styles.option}
              style={style}
            >
              <Option item={row.item} id={id} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
