/** Finds rows of a long list where they were before, or near: what changes in a list seldom moves them far. */
import type { ListRows } from './listbox-props.ts';

/** Where the option with this key is, looked for outwards from `near`; -1 where there is none. */
export function rowOf(rows: ListRows<unknown>, key: string | undefined, near: number): number {
  if (key === undefined) return -1;
  return outwards(rows.length, near, (at) => {
    const row = rows[at];
    return row?.key === key && row.kind === 'option';
  });
}

/** The option that stands where another one was until it left: the one that moved up, or else the one before. */
export function standIn(rows: ListRows<unknown>, was: number): number {
  for (let at = Math.max(0, was); at < rows.length; at += 1)
    if (rows[at]?.kind === 'option') return at;
  for (let at = Math.min(was, rows.length) - 1; at >= 0; at -= 1)
    if (rows[at]?.kind === 'option') return at;
  return -1;
}

function outwards(count: number, near: number, fits: (at: number) => boolean): number {
  const from = Math.min(Math.max(0, near), Math.max(0, count - 1));
  for (let by = 0; by < count; by += 1) {
    const [above, below] = [from - by, from + by];
    if (above < 0 && below >= count) break;
    if (below < count && fits(below)) return below;
    if (above >= 0 && fits(above)) return above;
  }
  return -1;
}
