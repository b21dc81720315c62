/** Lists of folders and files: sorted, cut into pages, and found by name. */
import { collection, GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { readQuery, type Order, type Query } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { checkSelect, driveItem, modified, sizeOf } from './drive-item.ts';
import type { SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';

const pageSize = 200;

export type ItemQuery = Query;

/** @throws {GraphRefusal} 400 for options that SharePoint does not take */
export function itemQuery(url: string, allowed: readonly ('$orderby' | '$top')[] = []): ItemQuery {
  const asked = new URL(url);
  const token = [...asked.searchParams.keys()].filter((name) => /^\$skiptoken$/i.test(name));
  for (const name of token) asked.searchParams.delete(name);
  // `$count` is taken and comes to nothing.
  const query = readQuery(asked.href, [...allowed, '$select', '$count'], {
    page: pageSize,
    most: 1000,
  });
  if (query.select?.includes('*')) return { ...query, select: undefined };
  checkSelect(query.select);
  return query;
}

const sortable = ['name', 'size', 'lastModifiedDateTime', 'createdDateTime'];

export async function sorted(
  context: TenantContext,
  drive: SimulatedDrive,
  nodes: readonly Node[],
  orders: readonly Order[],
): Promise<readonly Node[]> {
  const [order] = orders;
  if (order && (orders.length > 1 || !sortable.includes(order.property)))
    throw new GraphRefusal(400, 'invalidRequest', 'The $orderBy expression is not supported.');
  const keyed = await Promise.all(
    nodes.map(async (node) => ({ node, key: await keyOf(context, drive, node, order?.property) })),
  );
  const direction = order?.descending ? -1 : 1;
  return keyed
    .sort((one, other) => direction * compare(one.key, other.key))
    .map(({ node }) => node);
}

async function keyOf(
  context: TenantContext,
  drive: SimulatedDrive,
  node: Node,
  property = 'name',
): Promise<string | number> {
  if (property === 'name') return node.name;
  return property === 'size' ? sizeOf(drive, node) : modified(context, node);
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

function compare(one: string | number, other: string | number): number {
  return typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other);
}

/** @param name of the set, for the context address */
export async function itemPage(
  context: TenantContext,
  url: string,
  list: { readonly drive: SimulatedDrive; readonly nodes: readonly Node[]; readonly name: string },
  query: ItemQuery,
): Promise<object> {
  const { drive, nodes, name } = list;
  const skip = readToken(new URL(url).searchParams);
  const end = skip + query.top;
  const value = await Promise.all(
    nodes.slice(skip, end).map((node) => driveItem(context, drive, node, query)),
  );
  const next = end < nodes.length ? nextPage(context, url, end) : undefined;
  return collection(context, name, value, { next });
}

const mark = 'Paged=TRUE&p_ID=';

/** SharePoint's tokens are opaque, so a client that makes up its own is refused. */
function readToken(given: URLSearchParams): number {
  const text = [...given].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1];
  if (text === undefined) return 0;
  const inner = unpacked(text);
  if (!inner?.startsWith(mark))
    throw new GraphRefusal(400, 'invalidRequest', 'The skip token is not valid.');
  return Number(inner.slice(mark.length));
}

function unpacked(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

function nextPage(context: TenantContext, url: string, skip: number): string {
  const { pathname, search } = new URL(url);
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part && !/^(\$|%24)skiptoken=/i.test(part));
  const token = encodeURIComponent(btoa(`${mark}${skip}`));
  return `${context.hosts.graph}${pathname}?${[...others, `$skiptoken=${token}`].join('&')}`;
}

export function named(drive: SimulatedDrive, from: Node, text: string): readonly Node[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return [...drive.tree.all(from)].filter(
    (node) => node !== from && words.every((word) => node.name.toLowerCase().includes(word)),
  );
}
