import { useState } from 'react';
import type { ListRows } from './listbox-props.ts';
import { rowOf, standIn } from './row-of.ts';

/** Where an option is now; -1 where it is not. It is looked for where it was. */
export function useRowOf(rows: ListRows<unknown>, key: string | undefined): number {
  const { at } = useLastRow(rows, key);
  return at;
}

/**
 * The option that the tab key reaches: the one that is wanted, and when that has left the list (deleted, here or
 * elsewhere) the one that stands there now.
 */
export function useStandIn(rows: ListRows<unknown>, key: string | undefined): string | undefined {
  const { at, was } = useLastRow(rows, key);
  return rows[at < 0 ? standIn(rows, was) : at]?.key;
}

function useLastRow(rows: ListRows<unknown>, key: string | undefined) {
  const [seen, see] = useState(() => ({ rows, key, at: rowOf(rows, key, 0), was: 0 }));
  if (seen.rows === rows && seen.key === key) return seen;
  const was = seen.at < 0 ? seen.was : seen.at;
  const now = { rows, key, at: rowOf(rows, key, was), was };
  see(now);
  return now;
}
