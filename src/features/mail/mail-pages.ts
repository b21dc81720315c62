/**
 * A list of messages in pieces of known places, so that any of them can be fetched without the ones before it: the first is
 * small, because a person waits for it; the others are large.
 */

const first = 25;
const further = 100;
const searched = 50;

/** How many messages the piece holds that begins at this slot. */
export function pageSize(at: number, isSearched: boolean): number {
  if (isSearched) return searched;
  return at === 0 ? first : further;
}

/** Where the piece begins that holds the slot. */
export function pageOf(slot: number, isSearched: boolean): number {
  if (isSearched) return slot - (slot % searched);
  return slot < first ? 0 : slot - ((slot - first) % further);
}

/**
 * Where the piece before begins, if its link leads to this one: a link brings as many messages as the page that gave it,
 * so behind the small first piece one has to be asked for by its place.
 */
export function pageBefore(at: number, isSearched: boolean): number | undefined {
  return at > (isSearched ? 0 : first) ? pageOf(at - 1, isSearched) : undefined;
}

/** The pieces that hold slots `from` to `to`, both included. */
export function pagesWithin(from: number, to: number, isSearched: boolean): number[] {
  const pages = [];
  for (let at = pageOf(Math.max(0, from), isSearched); at <= to; at += pageSize(at, isSearched))
    pages.push(at);
  return pages;
}
