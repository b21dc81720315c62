import { useLayoutEffect, useRef, type KeyboardEvent, type SyntheticEvent } from 'react';
import { headingHeight, type ListboxProps } from './listbox-props.ts';
import { nextRow } from './next-row.ts';
import styles from './virtual-listbox.module.css';

/** As many as a tall window shows; the list that takes their place draws the same ones at the same places. */
const enough = 20;

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
}: ListboxProps<Item>) {
  const list = useFocusHandedOn(listId);
  const first = rows.slice(0, enough).filter((row) => row !== undefined);
  const heights = first.map(({ kind }) => (kind === 'heading' ? headingHeight : height));
  const startOf = (at: number) => heights.slice(0, at).reduce((sum, each) => sum + each, 0);

  const options = first.filter(({ kind }) => kind === 'option');
  const tabStop = options.find(({ key }) => key === selected) ?? options[0];
  const atOf = ({ target }: SyntheticEvent) =>
    Number((target as Element).closest<HTMLElement>('[role=option]')?.dataset['at'] ?? -1);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = atOf(event);
    const row = first[from];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = nextRow(event.key, first, from, first.length);
    const next = to === undefined ? undefined : first[to];
    if (event.key === 'Enter') onEnter(row.key);
    else if (next) {
      document.getElementById(`${listId}-${to}`)?.focus();
      onMove(next.key);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.scroller}>
      <div
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-busy
        className={styles.list}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const row = first[atOf(event)];
          if (row) onPress(row.key);
        }}
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
              tabIndex={row === tabStop ? 0 : -1}
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

/** What takes the place of these rows takes the focus as well, at its own tab stop; otherwise it would fall to the page. */
function useFocusHandedOn(listId: string) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current: rows } = list;
    return () => {
      if (!rows?.contains(document.activeElement)) return;
      // The rows are still here now; after this commit the others are.
      queueMicrotask(() => {
        document
          .querySelector<HTMLElement>(`[id^="${CSS.escape(listId)}-"][tabindex="0"]`)
          ?.focus({ preventScroll: true });
      });
    };
  }, [listId]);
  return list;
}
