/** The rounds of a delta query on a folder: first everything that lies there, later what became different. */
import { arrivedIn, receivedAt, type Folder } from '#simulator/seed/mailbox.ts';
import type { DeltaToken } from './delta-token.ts';
import { folderOf, isThere, keyOf } from '#simulator/outlook/mailbox/item-state.ts';
import { itemKey } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { placeAt } from '#simulator/outlook/messages/made-message.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

export interface Row {
  readonly item: string;
  readonly removed: boolean;
}

export interface Round {
  readonly rows: readonly Row[];
  readonly next: DeltaToken;
}

/** With a filter the service hands out no more than this. */
const mostFiltered = 5000;

/** Serial of the oldest change that is still remembered. */
export function oldestKnown({ changes: { log } }: OpenMailbox): number {
  return log[0]?.serial ?? 0;
}

export function firstRound(
  mailbox: OpenMailbox,
  folder: Folder,
  token: DeltaToken,
  size: number,
): Round {
  const { after, ...rest } = token;
  const { time, item, handed } = after ?? { time: 0, item: '', handed: 0 };
  const list = mailbox.list(folder);
  const since = token.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(token.since);
  const most = token.since === undefined ? Number.POSITIVE_INFINITY : mostFiltered;
  // What came after the round began will be told as a change.
  let position = list.newerThan(Math.min(time, token.at));
  if (item !== '') {
    for (let at = position; at < list.length && list.timeAt(at) === time; at++) {
      if (keyOf(list.at(at)) === item) position = at + 1;
    }
  }
  const rows: Row[] = [];
  let last = time;
  for (; rows.length < size && position < list.length; position++) {
    if (list.timeAt(position) < since || handed + rows.length >= most) break;
    last = list.timeAt(position);
    rows.push({ item: keyOf(list.at(position)), removed: false });
  }
  const lastItem = rows.at(-1);
  const more =
    lastItem !== undefined &&
    position < list.length &&
    list.timeAt(position) >= since &&
    handed + rows.length < most;
  const shown = token.changeType === undefined || token.changeType === 'created' ? rows : [];
  return {
    rows: shown,
    next: more
      ? { ...rest, after: { time: last, item: lastItem.item, handed: handed + rows.length } }
      : rest,
  };
}

export function changesSince(
  mailbox: OpenMailbox,
  folder: Folder,
  token: DeltaToken,
  size: number,
): Round {
  const { until, ...rest } = token;
  // Changes of the moment at which the first page was asked for are frozen, so that pages fit together.
  const bound = until ?? { serial: mailbox.changes.serial, at: mailbox.now, handed: 0 };
  const all = changed(mailbox, folder, token, bound);
  const end = bound.handed + size;
  return {
    rows: all.slice(bound.handed, end),
    next:
      end < all.length
        ? { ...rest, until: { ...bound, handed: end } }
        : { ...rest, serial: bound.serial, at: bound.at },
  };
}

function changed(
  mailbox: OpenMailbox,
  folder: Folder,
  token: DeltaToken,
  bound: { readonly serial: number; readonly at: number },
): Row[] {
  const kinds = new Map<string, 'created' | 'updated' | 'deleted'>();
  for (let index = -arrivedIn(mailbox, folder); index < 0; index++) {
    const time = receivedAt(mailbox, folder, index);
    if (time <= token.at) break;
    if (time <= bound.at) kinds.set(itemKey(folder.number, index), 'created');
  }
  for (const { serial, item, folder: number, kind } of mailbox.changes.log) {
    if (number !== folder.number || serial <= token.serial || serial > bound.serial) continue;
    if (kind !== 'updated' || !kinds.has(item)) kinds.set(item, kind);
  }
  return [...kinds].flatMap(([item, kind]): Row[] => {
    const place = placeAt(item);
    const here = place && isThere(mailbox, place) && folderOf(mailbox, place) === folder.number;
    const told = here ? (kind === 'deleted' ? 'updated' : kind) : 'deleted';
    if (token.changeType !== undefined && token.changeType !== told) return [];
    return [{ item, removed: !here }];
  });
}
