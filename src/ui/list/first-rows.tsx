import type { KeyboardEvent, SyntheticEvent } from 'react';
import { headingHeight, type ListboxProps, type ListRow } from './listbox-props.ts';
import styles from './listbox-rows.module.css';

/** As many as a tall window shows; the list that takes their place draws the same ones at the same places. */
const enough = 20;

/** By the id of a list, where the person was in its first rows when the whole list took their place. */
export const wasAt = new Map<string, { top: number; focus: string | undefined }>();

/**
 * The top of a list for the moment in which its virtual self is still on its way. Can be read, pressed and walked
 * through by key: nobody knows that it is only the beginning.
 */
export function FirstRows<Item>({
  id: listId,
  label,
  rows,
  height,
  total,
  selected,
  Option,
  named,
  onMove,
  onPress,
  onEnter,
}: Omit<ListboxProps<Item>, 'onFocus'>) {
  const first = rows.slice(0, enough).filter((row) => row !== undefined);
  const places = placesOf(first, height);
  const options = first.filter(({ kind }) => kind === 'option');
  const rowOf = ({ target }: SyntheticEvent) =>
    first[Number((target as Element).closest<HTMLElement>('[role=option]')?.dataset['at'])];

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event);
    if (row && event.key === 'Enter') onEnter(row.key);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = row && by && options[options.indexOf(row) + by];
    if (!next) return;
    event.preventDefault();
    document.getElementById(`${listId}-${first.indexOf(next)}`)?.focus();
    onMove(next.key);
  };

  return (
    <div
      className={styles.scroller}
      ref={(leaving) => () => {
        wasAt.set(listId, { top: leaving?.scrollTop ?? 0, focus: document.activeElement?.id });
      }}
    >
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-busy
        className={styles.list}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const row = rowOf(event);
          if (row) onPress(row.key);
        }}
      >
        {first.map((row, at) => {
          const style = places[at];
          if (row.kind === 'heading') {
            return (
              <div key={row.key} aria-hidden className={styles.heading} style={style}>
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
              tabIndex={row === options[0] ? 0 : -1}
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

function placesOf(rows: readonly ListRow<unknown>[], height: number) {
  let start = 0;
  return rows.map(({ kind }) => {
    const blockSize = kind === 'heading' ? headingHeight : height;
    const transform = `translateY(${start}px)`;
    start += blockSize;
    return { transform, blockSize };
  });
}
