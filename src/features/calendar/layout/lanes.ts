/** What lasts whole days, as places in a row of days, both ends included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

export interface InLane<T> {
  readonly item: T;
  /** From the top. */
  readonly lane: number;
}

/**
 * Puts bars into lanes so that none covers another: the earliest first, of those the longest, each as high as it can.
 */
export function inLanes<T extends DaySpan>(items: readonly T[]): InLane<T>[] {
  const taken: number[] = [];
  return items
    .toSorted((a, b) => a.first - b.first || b.last - a.last)
    .map((item) => {
      const free = taken.findIndex((last) => last < item.first);
      const lane = free < 0 ? taken.length : free;
      taken[lane] = item.last;
      return { item, lane };
    });
}
