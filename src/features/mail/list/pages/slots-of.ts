/** Which row a message of the list stands in, and which message a row is. */
import type { Slots } from '#ui/list/listbox-props.ts';

/** Neighbouring rows: `slots` of each where they were fetched, none where they are holes. */
export interface Stretch {
  readonly row: number;
  readonly slot: number;
  readonly offsets: readonly number[] | undefined;
}

export function slotsOf(stretches: readonly Stretch[], count: number): Slots {
  return {
    of(row) {
      const stretch = lastBefore(stretches, (each) => each.row <= row);
      if (!stretch) return 0;
      return stretch.slot + (stretch.offsets?.[row - stretch.row] ?? row - stretch.row);
    },
    rowOf(slot) {
      const stretch = lastBefore(stretches, (each) => each.slot <= slot);
      if (!stretch) return 0;
      const { row, offsets } = stretch;
      const at =
        offsets?.findIndex((offset) => stretch.slot + offset >= slot) ?? slot - stretch.slot;
      return Math.min(row + (at < 0 ? Math.max(0, (offsets?.length ?? 0) - 1) : at), count - 1);
    },
  };
}

/** The last of a sorted list that fits. */
function lastBefore(
  stretches: readonly Stretch[],
  fits: (stretch: Stretch) => boolean,
): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && fits(stretch)) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}
