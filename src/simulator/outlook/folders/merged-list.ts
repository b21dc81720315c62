/** Several folders as one list, newest first, entered anywhere: deep pages cost as little as the first. */
import type { Folder } from '#simulator/seed/mailbox.ts';
import type { FolderList, MessagePlace } from './folder-list.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

export interface MergedList {
  readonly length: number;
  /** From a position on, older and older, or newer and newer. */
  walk(position: number, newestFirst: boolean): Iterable<MessagePlace>;
}

export function mergedList(mailbox: OpenMailbox, folders: readonly Folder[]): MergedList {
  const lists = folders.map((folder) => mailbox.list(folder)).filter(({ length }) => length > 0);
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  return {
    length,
    walk: (position, newestFirst) =>
      newestFirst
        ? older(lists, headsAt(lists, position))
        : newer(lists, headsAt(lists, position + 1)),
  };
}

/** How many of each list lie before a position of the whole. */
function headsAt(lists: readonly FolderList[], position: number): number[] {
  if (lists.length === 1) return [position];
  const before = (time: number) => lists.map((list) => list.newerThan(time));
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  // Seconds: nothing is received between two of them.
  let [low, high] = [-1, Math.ceil(Math.max(0, ...lists.map((list) => list.timeAt(0))) / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (total(before(middle * 1000)) <= position) high = middle;
    else low = middle;
  }
  const heads = before(high * 1000);
  for (let rest = position - total(heads); rest > 0; rest--) {
    const next = newest(lists, heads);
    if (next < 0) break;
    heads[next] = (heads[next] ?? 0) + 1;
  }
  return heads;
}

/** Of the heads, which came last; the first list among equals. */
function newest(lists: readonly FolderList[], heads: readonly number[]): number {
  let [found, foundTime] = [-1, -1];
  lists.forEach((list, at) => {
    const head = heads[at] ?? 0;
    if (head >= list.length) return;
    const time = list.timeAt(head);
    if (time > foundTime) [found, foundTime] = [at, time];
  });
  return found;
}

function* older(lists: readonly FolderList[], heads: number[]): Generator<MessagePlace> {
  for (let at = newest(lists, heads); at >= 0; at = newest(lists, heads)) {
    const head = heads[at] ?? 0;
    heads[at] = head + 1;
    const place = lists[at]?.at(head);
    if (place) yield place;
  }
}

/** Backwards through the same order: the last list among equals. */
function* newer(lists: readonly FolderList[], heads: number[]): Generator<MessagePlace> {
  for (;;) {
    let [found, foundTime] = [-1, Number.POSITIVE_INFINITY];
    lists.forEach((list, at) => {
      const head = (heads[at] ?? 0) - 1;
      if (head < 0) return;
      const time = list.timeAt(head);
      if (time <= foundTime) [found, foundTime] = [at, time];
    });
    const head = (heads[found] ?? 0) - 1;
    const place = head < 0 ? undefined : lists[found]?.at(head);
    if (!place) return;
    heads[found] = head;
    yield place;
  }
}
