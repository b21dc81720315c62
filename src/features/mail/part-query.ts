/** How Graph is asked for a part of a folder, or for what a search finds. */
import { pastEmptyPages } from '#api/past-empty-pages.ts';
import type { ApiRequest } from '#api/request.ts';
import type { Collection, Message } from '#contract/graph.ts';
import { pageSize } from './mail-pages.ts';
import { isSearch, type MailSource, type Part } from './mail-source.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** @param skip slots before this piece; a search is only ever continued, by Graph's own links */
export function partQuery(source: MailSource, at: number, skip: number): Query {
  if (isSearch(source)) {
    // A search is answered in its own order, and refuses to be asked for another.
    return { $search: searchText(source), $top: pageSize(at, true) };
  }
  return {
    $filter: filterText(source),
    $orderby: 'receivedDateTime desc',
    $top: pageSize(at, false),
    $skip: skip || undefined,
    // A folder knows how many it holds; a part of one has to be counted.
    $count: at === 0 ? true : undefined,
  };
}

/** `$search`: the words, and what of a part the search language can say. Read marks and flags are not among it. */
function searchText({ words, part, me }: MailSource): string {
  const more = [
    ...(part === 'attachments' ? ['hasAttachments:true'] : []),
    ...(part === 'to-me' && me ? [`to:${me}`] : []),
  ];
  const text = [words, ...more].filter(Boolean).join(' AND ');
  // The whole stands in quotation marks, so those of a phrase are escaped (Graph, $search).
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const conditions: Partial<Record<Part, string>> = {
  unread: 'isRead eq false',
  flagged: "flag/flagStatus eq 'flagged'",
  attachments: 'hasAttachments eq true',
};

/** `$filter`. What is ordered by has to be filtered by too, and first, or Graph finds it too complex. */
function filterText(source: MailSource): string | undefined {
  const condition = conditionOf(source);
  return condition && `receivedDateTime ge 1900-01-01T00:00:00Z and ${condition}`;
}

/** What the messages of a part have in common. */
export function conditionOf({ part }: MailSource): string | undefined {
  return part && conditions[part];
}

/**
 * A page may hold fewer than were asked for, or none, and lead on (OData v4 section 11.2.6.7): what follows belongs to the
 * same piece until that is whole. Here, because a list that comes as usual does without either: they are fetched as one.
 * @throws {ApiError | AuthError | OnlyEmptyPages}
 */
export async function filledUp(
  begun: Collection<Message>,
  source: MailSource,
  at: number,
  base: Omit<ApiRequest, 'path'>,
): Promise<Collection<Message>> {
  const size = pageSize(at, isSearch(source));
  let page = begun;
  for (let path = page['@odata.nextLink']; path !== undefined && page.value.length < size;) {
    // oxlint-disable-next-line no-await-in-loop
    const more = await pastEmptyPages<Message>({ path, ...base });
    page = { ...more, value: [...page.value, ...more.value] };
    path = page['@odata.nextLink'];
  }
  return page;
}
