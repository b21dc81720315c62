/** What the list shows at this moment, for what stands beside it: the reading pane and the tools over the list. */
import { createSubject } from '#lib/observable.ts';
import type { ListRow } from '#ui/list/listbox-props.ts';
import type { ListedMessage } from './message-rows.ts';

export interface ShownList {
  readonly rows: readonly (ListRow<ListedMessage> | undefined)[];
  readonly loaded: number;
  readonly total: number | undefined;
}

const nothing: ShownList = { rows: [], loaded: 0, total: undefined };

export const shownList = createSubject<ShownList>(nothing);

/**
 * Where the list was told to go, by something beside it: to a slot, or to a message that is about to be there. The list
 * goes there and clears it.
 */
export const wantedPlace = createSubject<number | string | undefined>(undefined);

export function goToSlot(slot: number): void {
  wantedPlace.set(slot);
}

export function goToMessage(message: string): void {
  wantedPlace.set(message);
}

export function clearShownList(): void {
  shownList.set(nothing);
}

/** A message in the list, and what stands before and after it. */
export function around(
  { rows }: ShownList,
  message: string | undefined,
): {
  listed: ListedMessage | undefined;
  previous: string | undefined;
  next: string | undefined;
} {
  const at = message === undefined ? -1 : rows.findIndex((row) => row?.key === message);
  const row = rows[at];
  return {
    listed: row?.kind === 'option' ? row.item : undefined,
    previous: at < 0 ? undefined : neighbour(rows, at, -1),
    next: at < 0 ? undefined : neighbour(rows, at, 1),
  };
}

function neighbour(rows: ShownList['rows'], from: number, by: 1 | -1): string | undefined {
  for (let at = from + by; at >= 0 && at < rows.length; at += by) {
    const row = rows[at];
    if (row?.kind !== 'heading') return row?.key;
  }
  return undefined;
}

/** Those messages of the list that are among these. */
export function messagesOf({ rows }: ShownList, ids: ReadonlySet<string>): ListedMessage[] {
  return rows.flatMap((row) => (row?.kind === 'option' && ids.has(row.key) ? [row.item] : []));
}
