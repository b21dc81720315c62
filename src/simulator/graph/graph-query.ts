/** Reads OData system query options and cuts answers to what they ask for; what is not understood is refused. */
import type { TenantContext } from '#simulator/tenant-context.ts';
import { GraphRefusal } from './graph-answer.ts';

export interface Query {
  readonly top: number;
  readonly skip: number;
  readonly count: boolean;
  readonly select: readonly string[] | undefined;
  readonly orderBy: readonly Order[];
  readonly filter: string | undefined;
  readonly search?: string | undefined;
  readonly expand?: string | undefined;
}

export interface Order {
  readonly property: string;
  readonly descending: boolean;
}

type Option =
  | '$top'
  | '$skip'
  | '$count'
  | '$select'
  | '$orderby'
  | '$filter'
  | '$search'
  | '$expand';

/** What lists of items of a mailbox understand. */
export const listOptions = [
  '$top',
  '$skip',
  '$select',
  '$count',
  '$orderby',
  '$filter',
  '$expand',
] as const satisfies readonly Option[];

export function readQuery(
  url: string,
  allowed: readonly Option[],
  limits: { readonly page: number; readonly most: number } = { page: 10, most: 1000 },
): Query {
  const given = systemOptions(url);
  for (const name of given.keys()) {
    if (!(allowed as readonly string[]).includes(name)) {
      throw badRequest(`The query option '${name}' is not supported for this request.`);
    }
  }
  const expand = given.get('$expand');
  return {
    top: wholeNumber(given, '$top', limits.page, 1, limits.most),
    skip: wholeNumber(given, '$skip', 0, 0, Number.MAX_SAFE_INTEGER),
    count: truth(given, '$count'),
    select: list(given.get('$select'))?.filter((name) => !isExpanded(name, expand)),
    orderBy: (list(given.get('$orderby')) ?? []).map(readOrder),
    filter: given.get('$filter'),
    search: given.get('$search'),
    expand,
  };
}

/** What is selected stands in the context address behind the set's name. */
export function chosen(select: readonly string[] | undefined): string {
  return select ? `(${select.join(',')})` : '';
}

/** What is expanded may be selected as well, as many clients do; it comes by itself. */
function isExpanded(name: string, expand = ''): boolean {
  const parts = expand.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').split(',');
  return parts.some((part) => part.trim().toLowerCase() === name.toLowerCase());
}

/** Where the dollar sign may be left out: in `beta` everywhere, else where OneDrive and SharePoint answer. */
const withoutDollar =
  /^(\/graph)?\/(beta\/|v1\.0\/(sites|drives|(me|users\/[^/]+)\/(drives?|followedSites))(\/|$))/i;
const bare = /^(top|skip|count|select|orderby|filter|expand)$/i;

/** By their names in small letters: the service reads them in any. Each may be given once. */
function systemOptions(url: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { pathname, searchParams } = new URL(url);
  const isOptional = withoutDollar.test(pathname);
  for (const [given, value] of searchParams) {
    const isBare = isOptional && bare.test(given);
    if (!given.startsWith('$') && !isBare) continue;
    const name = (isBare ? '$' : '') + given.toLowerCase();
    if (found.has(name))
      throw badRequest(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    found.set(name, value);
  }
  // There is nothing but JSON.
  if (/^(application\/)?json\b/i.test(found.get('$format') ?? '')) found.delete('$format');
  return found;
}

function truth(given: ReadonlyMap<string, string>, name: Option): boolean {
  const text = (given.get(name) ?? 'false').trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  throw badRequest(`Invalid value '${given.get(name)}' for ${name} query option found.`);
}

/** `From/EmailAddress/Address`, as Outlook's own API spelled it; the columns of a list in SharePoint keep their letters. */
export function uncapitalized(path: string): string {
  return /^fields\//i.test(path)
    ? path
    : path.replace(/(^|\/)[A-Z](?=[a-z])/g, (start) => start.toLowerCase());
}

function readOrder(text: string): Order {
  const [property = '', way = 'asc', more] = text.split(/\s+/);
  const direction = way.toLowerCase();
  if (more !== undefined || !['asc', 'desc'].includes(direction)) {
    throw badRequest(`Syntax error in $orderby: '${text}'.`);
  }
  return { property: uncapitalized(property), descending: direction === 'desc' };
}

function wholeNumber(
  given: ReadonlyMap<string, string>,
  name: Option,
  otherwise: number,
  least: number,
  most: number,
): number {
  const text = given.get(name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badRequest(
    name === '$top'
      ? `Invalid page size specified: '${text}'. Must be between ${least} and ${most} inclusive.`
      : `Invalid value '${text}' for ${name} query option found.`,
  );
}

function list(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : text.split(',').map((part) => part.trim());
}

export function badRequest(message: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', message);
}

/**
 * Cuts a resource to the selected members; annotations stay. Outlook adds `id` unasked, the directory does not.
 * @param type as Graph names it in the refusal of an unknown member.
 */
export function selected<T extends object>(
  resource: T,
  select: readonly string[] | undefined,
  type: string,
  always: readonly string[] = [],
): Partial<T> {
  if (!select || select.includes('*')) return resource;
  const lower = (text: string) => text.toLowerCase();
  const known = new Set(Object.keys(resource).map(lower));
  for (const name of select) {
    if (!known.has(lower(name))) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      );
    }
  }
  const wanted = new Set(select.map(lower));
  const kept = Object.entries(resource).filter(
    ([name]) => name.startsWith('@') || always.includes(name) || wanted.has(lower(name)),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

/** The link to the next page: the same request, further on. */
export function nextLink(context: TenantContext, url: string, skip: number): string {
  const { pathname, search } = new URL(url);
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part && !/^(\$|%24)?skip=/i.test(part));
  return `${context.hosts.graph}${pathname}?${[...others, `$skip=${skip}`].join('&')}`;
}

/** A page of a list that is at hand as a whole. */
export function cut<T>(
  context: TenantContext,
  url: string,
  items: readonly T[],
  query: Query,
): { items: T[]; count: number | undefined; next: string | undefined } {
  const end = query.skip + query.top;
  return {
    items: items.slice(query.skip, end),
    count: query.count ? items.length : undefined,
    next: end < items.length ? nextLink(context, url, end) : undefined,
  };
}
