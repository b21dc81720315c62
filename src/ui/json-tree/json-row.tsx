import type { Remark } from './json-tree.tsx';
import type { TreeRow } from './tree-rows.ts';
import styles from './json-tree.module.css';

/** One line: the name, then the value or how much is in it, then what can be said of it. */
export function JsonRow({
  id,
  row,
  text,
  count,
  title,
  remark,
  isActive,
  top,
  onPress,
}: {
  id: string;
  row: TreeRow;
  text: string;
  /** How many members are in it, once looked into. */
  count: number | undefined;
  /** What a closed item is called. */
  title: string | undefined;
  remark: Remark | undefined;
  isActive: boolean;
  top: number;
  onPress: () => void;
}) {
  return (
    // The keys are the tree's, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth + 1}
      aria-selected={isActive}
      {...(row.canOpen ? { 'aria-expanded': row.isOpen } : {})}
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: 10 + row.depth * 14 }}
      onClick={onPress}
    >
      <span className={styles.twist} aria-hidden>
        {row.canOpen && (row.isOpen ? '▾' : '▸')}
      </span>
      {row.range ? (
        <span className={styles.more}>
          {row.range.from} to {row.range.to}
        </span>
      ) : (
        <>
          {row.key !== undefined && (
            <span className={typeof row.key === 'number' ? styles.index : styles.key}>
              {typeof row.key === 'number' ? row.key : `"${row.key}"`}
              {typeof row.key === 'number' ? ' ' : ': '}
            </span>
          )}
          {row.canOpen ? (
            <span className={styles.more}>{inside(row, count)}</span>
          ) : (
            <span className={styles[row.node.kind]}>{text}</span>
          )}
        </>
      )}
      {title && <span className={styles.note}>{title}</span>}
      {remark?.note && <span className={styles.note}>{remark.note}</span>}
      {remark?.action && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.action}
          onClick={(event) => {
            event.stopPropagation();
            remark.action?.onPress();
          }}
        >
          {remark.action.words}
        </button>
      )}
    </div>
  );
}

function inside({ node, isOpen }: TreeRow, count: number | undefined): string {
  const [begin, end] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
  if (!isOpen || count === undefined) {
    return node.end - node.start === 2 ? `${begin}${end}` : `${begin} … ${end}`;
  }
  if (node.kind === 'object') return begin;
  return `${begin} ${count} ${count === 1 ? 'item' : 'items'}`;
}
