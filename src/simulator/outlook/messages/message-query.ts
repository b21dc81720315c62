/** Finds the messages that a list asks for: order, filter, search, page. */
import type { Query } from '#simulator/graph/graph-query.ts';
import { type Filter } from '#simulator/graph/odata-filter.ts';
import { memberOf, textOf } from '#simulator/graph/odata-fits.ts';
import { folders as bornFolders, type Folder } from '#simulator/seed/mailbox.ts';
import { type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { readPlace } from '#simulator/outlook/mailbox/item-id.ts';
import { conversationNow, folderOf } from '#simulator/outlook/mailbox/item-state.ts';
import { isLikely } from '#simulator/outlook/search/likely.ts';
import { mergedList } from '#simulator/outlook/folders/merged-list.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { breather } from '#simulator/outlook/search/breather.ts';
import {
  boundsOf,
  checkOrder,
  conversationOf,
  readFilter,
  senderOf,
  testOf,
  type Test,
} from './message-filter.ts';
import { messageAt } from './message.ts';
import { only } from './dressing.ts';
import { type Found, searchMessages, extrasOf } from './message-search-list.ts';

export async function findMessages(
  mailbox: OpenMailbox,
  folders: readonly Folder[],
  query: Query & { readonly search?: string | undefined },
): Promise<Found> {
  const where = folders.map((folder) => sourceOf(mailbox, folder));
  if (query.search !== undefined) return searchMessages(mailbox, where, query, query.search);
  const filter = query.filter === undefined ? undefined : readFilter(query.filter);
  checkOrder(query, filter);
  const tests = [
    ...(filter ? [testOf(mailbox, filter)] : []),
    ...folders.flatMap((folder) =>
      folder.search ? [testOf(mailbox, readFilter(folder.search.filter))] : [],
    ),
  ];
  const [order] = query.orderBy;
  const byTime = !order || /^(received|sent|created)DateTime$/.test(order.property);
  if (!byTime) return sortedMessages(mailbox, where, query, tests);
  const source = candidates(
    mailbox,
    where,
    filter,
    tests.length,
    !order || order.descending,
    query,
  );
  return cutOut(source, query, tests);
}

function sourceOf(mailbox: OpenMailbox, folder: Folder): Folder {
  const { search } = folder;
  return (search && mailbox.folders.find(({ number }) => number === search.of)) ?? folder;
}

interface Candidates {
  readonly places: Iterable<MessagePlace>;
  /** How many of the page's beginning are passed by already. */
  readonly skipped: number;
  /** Where nothing has to be tested. */
  readonly length?: number;
}

/** The least that has to be looked at, in order. */
function candidates(
  mailbox: OpenMailbox,
  folders: readonly Folder[],
  filter: Filter | undefined,
  tests: number,
  newestFirst: boolean,
  { skip }: Query,
): Candidates {
  const conversation = conversationOf(filter);
  if (conversation !== undefined) {
    const inFolders = new Set(folders.map(({ number }) => number));
    const all = conversationPlaces(mailbox, conversation).filter((place) =>
      inFolders.has(folderOf(mailbox, place)),
    );
    return { places: newestFirst ? all : all.toReversed(), skipped: 0 };
  }
  const sender = senderOf(filter);
  if (sender !== undefined && !isLikely(mailbox, sender)) {
    const extras = extrasOf(mailbox, folders);
    return { places: newestFirst ? extras : extras.toReversed(), skipped: 0 };
  }
  const list = mergedList(mailbox, folders);
  const last = list.length - 1;
  if (tests === 0) {
    const from = newestFirst ? skip : last - skip;
    const places = skip > last ? [] : list.walk(from, newestFirst);
    return { places, skipped: skip, length: list.length };
  }
  const { after, before } = boundsOf(filter);
  const newer = (time: number) =>
    folders.reduce((sum, folder) => sum + mailbox.list(folder).newerThan(time), 0);
  // A second more on both sides: times on the wire are cut to whole ones.
  const first = before === Number.POSITIVE_INFINITY ? 0 : newer(before + 1000);
  const end = after === Number.NEGATIVE_INFINITY ? list.length : newer(after - 1000);
  const places = newestFirst
    ? limited(list.walk(first, true), end - first)
    : limited(list.walk(end - 1, false), end - first);
  return { places: end > first ? places : [], skipped: 0 };
}

function* limited<T>(items: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const item of items) {
    if (count++ >= most) return;
    yield item;
  }
}

function conversationPlaces(mailbox: OpenMailbox, id: string): MessagePlace[] {
  // The first four letters say what kind of id it is; the rest is as any other's.
  const place = readPlace(mailbox, 'conversation', `AAMk${id.slice(4)}`);
  if (!place) return [];
  const born = bornFolders.find(({ number }) => number === place.folder);
  return conversationNow(mailbox, born, place.index);
}

async function cutOut(
  { places, skipped, length }: Candidates,
  { skip, top, count }: Query,
  tests: readonly Test[],
): Promise<Found> {
  const end = skip + top;
  const found: MessagePlace[] = [];
  const breathe = breather();
  let matching = skipped;
  for (const place of places) {
    const pause = breathe();
    if (pause) await pause;
    if (!tests.every((test) => test(place))) continue;
    if (matching >= skip && matching < end) found.push(place);
    matching++;
    if (matching > end && (length !== undefined || !count)) break;
  }
  const all = length ?? matching;
  return { places: found, count: count ? all : undefined, more: all > end };
}

/** By another property than the time every message has to be looked at. */
async function sortedMessages(
  mailbox: OpenMailbox,
  folders: readonly Folder[],
  { skip, top, count, orderBy }: Query,
  tests: readonly Test[],
): Promise<Found> {
  const breathe = breather();
  const needed = only(orderBy.map(({ property }) => property));
  const all: { place: MessagePlace; keys: string[] }[] = [];
  for (const place of mergedList(mailbox, folders).walk(0, true)) {
    const pause = breathe();
    if (pause) await pause;
    if (!tests.every((test) => test(place))) continue;
    const message = messageAt(mailbox, place, needed);
    const keys = orderBy.map(({ property }) => textOf(memberOf(message, property) ?? ''));
    all.push({ place, keys });
  }
  const collator = new Intl.Collator('en');
  all.sort((one, other) => {
    for (const [at, { descending }] of orderBy.entries()) {
      const order = collator.compare(one.keys[at] ?? '', other.keys[at] ?? '');
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return {
    places: all.slice(skip, skip + top).map(({ place }) => place),
    count: count ? all.length : undefined,
    more: all.length > skip + top,
  };
}
