import type { TreeRow } from './tree-rows.ts';

/** What a key does in a tree (ARIA Authoring Practices, tree view): another row, or this one opens or closes. */
export function nextRow(
  key: string,
  rows: readonly TreeRow[],
  at: number,
): number | 'open' | 'close' | undefined {
  const row = rows[at];
  if (!row) return undefined;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + 20, last);
    case 'PageUp':
      return Math.max(at - 20, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowRight':
      return row.canOpen && !row.isOpen ? 'open' : Math.min(at + 1, last);
    case 'ArrowLeft':
      return row.isOpen ? 'close' : parentOf(rows, at);
    case 'Enter':
    case ' ':
      return row.canOpen ? (row.isOpen ? 'close' : 'open') : undefined;
    default:
      return undefined;
  }
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  return Math.max(
    0,
    rows.findLastIndex((row, index) => index < at && row.depth < depth),
  );
}
