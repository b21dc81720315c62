/**
 * Which row a key leads to, where `fitting` options are in view at once; `undefined` for other keys and where there is
 * nowhere to go (ARIA Authoring Practices, listbox). Headings are stepped over; a row that is not here counts.
 */
import type { ListRows } from './listbox-props.ts';

export function nextRow(
  key: string,
  rows: ListRows<unknown>,
  from: number,
  fitting: number,
): number | undefined {
  const page = Math.max(1, fitting - 1);
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
  const to =
    key === 'Home'
      ? step(rows, -1, 1)
      : key === 'End'
        ? step(rows, rows.length, -1)
        : steps === undefined
          ? undefined
          : step(rows, from, steps);
  return to === from ? undefined : to;
}

/** The option so many options away, or the last one on the way. */
function step(rows: ListRows<unknown>, from: number, steps: number): number | undefined {
  const by = Math.sign(steps);
  let reached: number | undefined;
  let left = Math.abs(steps);
  for (let at = from + by; at >= 0 && at < rows.length && left > 0; at += by) {
    if (rows[at]?.kind === 'heading') continue;
    reached = at;
    left -= 1;
  }
  return reached;
}
