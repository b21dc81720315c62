/** Finds the messages that a search means, newest first. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import type { Query } from '#simulator/graph/graph-query.ts';
import { type Folder } from '#simulator/seed/mailbox.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { mayFit } from '#simulator/outlook/search/likely.ts';
import { mergedList } from '#simulator/outlook/folders/merged-list.ts';
import { oldestWanted, searchTest } from '#simulator/outlook/search/message-search.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { parseSearch } from '#simulator/outlook/search/search-query.ts';
import { breather } from '#simulator/outlook/search/breather.ts';

export interface Found {
  readonly places: readonly MessagePlace[];
  /** Of all pages, when it was asked for. */
  readonly count: number | undefined;
  readonly more: boolean;
}

/** A search finds no more than this, however many fit. */
const mostFound = 1000;

export async function searchMessages(
  mailbox: OpenMailbox,
  folders: readonly Folder[],
  { skip, top, count, orderBy, filter }: Query,
  text: string,
): Promise<Found> {
  if (orderBy.length > 0) throw notWithSearch('SearchWithOrderBy', '$orderBy');
  if (filter !== undefined) throw notWithSearch('SearchWithFilter', '$filter');
  const search = parseSearch(text);
  const test = searchTest(mailbox, search);
  const oldest = oldestWanted(mailbox, search);
  const breathe = breather();
  const found: MessagePlace[] = [];
  const enough = count ? mostFound : Math.min(mostFound, skip + top + 1);
  const places = mayFit(mailbox, search)
    ? mergedList(mailbox, folders).walk(0, true)
    : extrasOf(mailbox, folders);
  for (const place of places) {
    const pause = breathe();
    if (pause) await pause;
    if (timeOf(mailbox, place) < oldest) break;
    if (test(place) && found.push(place) >= enough) break;
  }
  return {
    places: found.slice(skip, skip + top),
    count: count ? found.length : undefined,
    more: found.length > skip + top,
  };
}

/** What people made or moved here, newest first. */
export function extrasOf(mailbox: OpenMailbox, folders: readonly Folder[]): MessagePlace[] {
  return folders
    .flatMap((folder) => mailbox.list(folder).extras)
    .sort((one, other) => other.time - one.time)
    .map(({ place }) => place);
}

function notWithSearch(code: string, option: string): GraphRefusal {
  return new GraphRefusal(
    400,
    code,
    `The query parameter '${option}' is not supported with '$search'.`,
  );
}
