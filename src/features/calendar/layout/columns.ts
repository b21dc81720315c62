/** What takes room from one moment of a day to another, in minutes by the clock on the wall. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Placed<T> {
  readonly item: T;
  /** From the left, of as many as stand side by side. */
  readonly column: number;
  readonly columns: number;
  /** How many columns wide: what has nobody on its right takes their room. */
  readonly width: number;
}

/**
 * Lays out what happens at the same time side by side: nothing covers another, what begins first stands first, and what
 * touches nobody has the whole width.
 *
 * @param least minutes that an item takes up at least on the screen, however short it is
 */
export function inColumns<T extends Span>(items: readonly T[], least: number): Placed<T>[] {
  const endOf = (item: Span) => Math.max(item.to, item.from + least);
  const sorted = items.toSorted((a, b) => a.from - b.from || endOf(b) - endOf(a));
  const placed: Placed<T>[] = [];
  let cluster: T[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (item.from >= clusterEnd) {
      placed.push(...placeCluster(cluster, endOf));
      cluster = [];
    }
    cluster.push(item);
    clusterEnd = Math.max(clusterEnd, endOf(item));
  }
  return [...placed, ...placeCluster(cluster, endOf)];
}

/** Items that hang together, in the order they begin. */
function placeCluster<T extends Span>(
  cluster: readonly T[],
  endOf: (item: Span) => number,
): Placed<T>[] {
  const columns: T[][] = [];
  const columnOf = new Map<T, number>();
  for (const item of cluster) {
    const free = columns.findIndex((column) => {
      const last = column.at(-1);
      return last !== undefined && endOf(last) <= item.from;
    });
    const column = free < 0 ? columns.length : free;
    (columns[column] ??= []).push(item);
    columnOf.set(item, column);
  }
  return cluster.map((item) => {
    const column = columnOf.get(item) ?? 0;
    const blocked = columns.findIndex(
      (others, at) =>
        at > column && others.some((other) => other.from < endOf(item) && item.from < endOf(other)),
    );
    const width = (blocked < 0 ? columns.length : blocked) - column;
    return { item, column, columns: columns.length, width };
  });
}
