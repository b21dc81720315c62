/**
 * Lists of directory objects: paged by a token, and asked in two ways. What the directory does not index itself it
 * answers from a copy, which a request has to allow for with `ConsistencyLevel: eventual` (advanced query capabilities).
 */
import {
  answer,
  collection,
  GraphRefusal,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import {
  badRequest,
  chosen,
  nextLink,
  readQuery,
  selected,
  type Query,
} from '#simulator/graph/graph-query.ts';
import { parseFilter, pathsOf, type Filter } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf, textOf } from '#simulator/graph/odata-fits.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { searchTest } from './directory-search.ts';

export interface DirectoryList<T extends object> {
  /** Of the set, in the context address. */
  readonly name: string;
  /** As Graph names it in refusals. */
  readonly type: string;
  readonly rows: readonly T[];
  /** Every member that may be asked about, also those that are not sent. */
  readonly members: (row: T) => object;
  /** What is sent: unless told otherwise the row as it is. */
  readonly shown?: (row: T, select: readonly string[] | undefined) => object;
  /** Members that come unasked. */
  readonly always?: readonly string[];
  /** What `$expand` puts beside the members of a row; what it is not understood for does without. */
  readonly expanded?: (row: T, expand: string) => object;
  /** Not kept by the directory itself: everything can be asked, and counted, in the plain way. */
  readonly isLog?: true;
  /** Only those of one type of several. */
  readonly isCast?: true;
}

const size = { page: 100, most: 999 } as const;

export function answerDirectoryList<T extends object>(
  c: GraphContext,
  context: TenantContext,
  list: DirectoryList<T>,
): Response {
  const { query, filter, from } = directoryQuery(c, list);
  const read = (row: T) => (path: string) => memberOf(list.members(row), path);
  checkMembers(list, filter, query);
  const search = query.search === undefined ? undefined : searchTest(query.search);
  const kept = list.rows.filter(
    (row) => (!filter || fits(filter, read(row))) && (!search || search(read(row))),
  );
  const end = from + query.top;
  const value = sorted(kept, query, read)
    .slice(from, end)
    .map((row) => ({
      ...selected(
        list.shown?.(row, query.select) ?? row,
        query.select,
        list.type,
        list.always ?? ['id'],
      ),
      ...(query.expand ? list.expanded?.(row, query.expand) : {}),
    }));
  const name = list.name + chosen(query.select);
  return answer(
    collection(context, name, value, {
      // Of the first page only.
      count: query.count && from === 0 ? kept.length : undefined,
      next: end < kept.length ? tokenLink(context, c.req.url, end) : undefined,
    }),
  );
}

function directoryQuery(
  c: GraphContext,
  { isLog, isCast, expanded }: Pick<DirectoryList<never>, 'isLog' | 'isCast' | 'expanded'>,
): {
  query: Query;
  filter: Filter | undefined;
  from: number;
} {
  const url = new URL(c.req.url);
  if (url.searchParams.has('$skip'))
    throw new GraphRefusal(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
  const from = readToken(url.searchParams.get('$skiptoken'));
  url.searchParams.delete('$skiptoken');
  const query = readQuery(
    url.href,
    [
      ...(['$top', '$select', '$count', '$filter', '$orderby', '$search'] as const),
      ...(expanded ? (['$expand'] as const) : []),
    ],
    size,
  );
  const isEventual = c.req.header('consistencylevel')?.toLowerCase() === 'eventual';
  const isAdvanced = (isEventual || isLog === true) && query.count;
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  if (query.search !== undefined && !isEventual)
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  // The plain list of one type needs no header; counting it or narrowing it down further only the copy can.
  if (isCast && (filter || query.count) && !isAdvanced) throw unsupported('Unsupported Query.');
  if (filter && !isAdvanced && !isLog) {
    refuseUnindexed(filter);
    if (query.orderBy.length > 0) throw unsupported('Sorting not supported for current query.');
  }
  return { query: { ...query, count: isAdvanced }, filter, from };
}

/** What only the copy can tell. */
function refuseUnindexed(filter: Filter): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      refuseUnindexed(filter.left);
      refuseUnindexed(filter.right);
      return;
    case 'compare':
    case 'any':
      if (filter.kind === 'compare' && filter.operator === 'ne')
        throw unsupported("Unsupported property filter clause operator 'NotEqualsMatch'.");
      if (!pathsOf(filter).some((path) => path.endsWith('/$count'))) return;
      throw unsupported('Unsupported Query.');
    case 'test':
      if (filter.operand.kind === 'call' && /^startswith$/i.test(filter.operand.name)) return;
      throw unsupported('Unsupported Query.');
    case 'not':
    case 'all':
      throw unsupported('Unsupported Query.');
  }
}

function checkMembers<T extends object>(
  { rows, members, type }: DirectoryList<T>,
  filter: Filter | undefined,
  { orderBy }: Query,
): void {
  const [first] = rows;
  if (!first) return;
  const known = members(first);
  for (const path of filter ? pathsOf(filter) : []) {
    const [name = ''] = path.split('/');
    if (!(name in known))
      throw badRequest(
        `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      );
  }
  for (const { property } of orderBy)
    if (!sortable.includes(property))
      throw unsupported(`Unsupported sort property '${property}' for '${type}'.`);
}

const sortable = ['displayName', 'userPrincipalName', 'createdDateTime', 'appId'];

function sorted<T>(
  rows: readonly T[],
  { orderBy, search }: Query,
  read: (row: T) => (path: string) => unknown,
): readonly T[] {
  const [
    order = search === undefined ? undefined : { property: 'displayName', descending: false },
  ] = orderBy;
  if (!order) return rows;
  const collator = new Intl.Collator('en');
  const key = (row: T) => textOf(read(row)(order.property) ?? '');
  const direction = order.descending ? -1 : 1;
  return rows.toSorted((one, other) => direction * collator.compare(key(one), key(other)));
}

export function unsupported(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_UnsupportedQuery', message);
}

const mark = 'RFNwdAIAAQ';

/** Opaque: whoever makes up a token is refused. */
function readToken(token: string | null): number {
  if (token === null) return 0;
  const place = /^RFNwdAIAAQ([0-9a-f]{8})$/.exec(token)?.[1];
  if (place === undefined)
    throw new GraphRefusal(
      400,
      'Directory_ExpiredPageToken',
      'The specified page token value has expired or is invalid.',
    );
  return Number.parseInt(place, 16);
}

function tokenLink(context: TenantContext, url: string, from: number): string {
  const plain = url.replace(/([?&])(?:\$|%24)skiptoken=[^&]*&?/i, '$1');
  const token = `${mark}${from.toString(16).padStart(8, '0')}`;
  return nextLink(context, plain, 0).replace(/\$skip=0$/, `$skiptoken=${token}`);
}
