/** What service health and the message centre say: lists, and one thing of each by its id. */
import { denied } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest, cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { messagesOf } from './announcements.ts';
import { issuesOf, overviewsOf } from './issues.ts';

const base = 'admin/serviceAnnouncement';
const pages = { page: 100, most: 1000 } as const;

export function listOverviews(c: GraphContext, context: TenantContext): Response {
  const name = `${base}/healthOverviews${withIssues(c) ? '(issues())' : ''}`;
  return list(context, c, { name, type: 'serviceHealth', rows: overviews(context, c) });
}

export function oneOverview(c: GraphContext, context: TenantContext, asked: string): Response {
  return one(context, overviewCalled(c, context, asked), `${base}/healthOverviews`);
}

export function issuesOfOverview(c: GraphContext, context: TenantContext, asked: string): Response {
  const found = overviewCalled(c, context, asked);
  if (!found) return one(context, found, '');
  const rows = issuesOf(context).filter(({ service }) => service === found.service);
  const name = `${base}/healthOverviews('${encodeURIComponent(found.id)}')/issues`;
  return list(context, c, { name, type: 'serviceHealthIssue', rows });
}

function overviewCalled(c: GraphContext, context: TenantContext, asked: string) {
  const name = asked.toLowerCase();
  return overviews(context, c).find(({ service, id }) =>
    [service, id].some((each) => each.toLowerCase() === name),
  );
}

const sets = {
  issues: { type: 'serviceHealthIssue', rowsOf: issuesOf },
  messages: { type: 'serviceUpdateMessage', rowsOf: messagesOf },
} as const;

export function listSet(c: GraphContext, context: TenantContext, set: keyof typeof sets): Response {
  const { type, rowsOf } = sets[set];
  const rows = admitted<object>(c, rowsOf(context));
  return list(context, c, { name: `${base}/${set}`, type, rows });
}

export function oneOfSet(
  c: GraphContext,
  context: TenantContext,
  set: keyof typeof sets,
  id: string,
): Response {
  const rows = admitted<{ readonly id: string }>(c, sets[set].rowsOf(context));
  return one(
    context,
    rows.find((row) => row.id === id),
    `${base}/${set}`,
  );
}

/** The scope alone is not enough: the person must hold a role that may see it. */
function admitted<T>(c: GraphContext, rows: readonly T[]): readonly T[] {
  if (!c.get('facts').person.isAdministrator) throw denied('directory');
  return rows;
}

function withIssues(c: GraphContext): boolean {
  const expand = new URL(c.req.url).searchParams.get('$expand');
  if (expand !== null && expand !== 'issues')
    throw badRequest(`Parsing OData Select and Expand failed: '${expand}' cannot be expanded.`);
  return expand === 'issues';
}

function overviews(context: TenantContext, c: GraphContext) {
  const issues = issuesOf(context);
  const isExpanded = withIssues(c);
  return admitted(c, overviewsOf(context)).map((overview) => ({
    ...overview,
    ...(isExpanded ? { issues: issues.filter(({ service }) => service === overview.service) } : {}),
  }));
}

interface Listed {
  readonly name: string;
  readonly type: string;
  readonly rows: readonly object[];
}

/** The page's size comes from `Prefer`; `$top` is taken as well. */
function list(context: TenantContext, c: GraphContext, { name, type, rows }: Listed): Response {
  const url = new URL(c.req.url);
  const preferred = /odata\.maxpagesize=(\d+)/.exec(c.req.header('prefer') ?? '')?.[1];
  const asked = new URL(url);
  asked.searchParams.delete('$expand');
  const page = Math.min(1000, Math.max(1, Number(preferred ?? pages.page)));
  const query = readQuery(
    asked.href,
    ['$top', '$skip', '$select', '$count', '$filter', '$orderby'],
    { page, most: pages.most },
  );
  const kept = query.filter === undefined ? rows : rows.filter(fits(query.filter));
  const { items, count, next } = cut(context, url.href, ordered(kept, query.orderBy), query);
  const value = items.map((row) => selected(row, query.select, type, ['id']));
  return answer(
    collection(context, name, value, { count, next }),
    preferred === undefined ? {} : { 'preference-applied': `odata.maxpagesize=${page}` },
  );
}

/** One comparison, as the admin pages make it; case does not count in words of a fixed list. */
function fits(filter: string): (row: object) => boolean {
  const [, name = '', operator, quoted, plain] =
    /^(\w+) (eq|ne|ge|gt|le|lt) (?:'([^']*)'|(\S+))$/.exec(filter.trim()) ?? [];
  if (!operator) throw badRequest(`Invalid filter clause: '${filter}'.`);
  const wanted = (quoted ?? plain ?? '').toLowerCase();
  return (row) => {
    const value = text((row as Record<string, unknown>)[name]).toLowerCase();
    if (operator === 'eq') return value === wanted;
    if (operator === 'ne') return value !== wanted;
    return operator.startsWith('g')
      ? value > wanted || (operator === 'ge' && value === wanted)
      : value < wanted || (operator === 'le' && value === wanted);
  };
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

function ordered(
  rows: readonly object[],
  [order]: readonly { readonly property: string; readonly descending: boolean }[],
): readonly object[] {
  if (!order) return rows;
  const keyOf = (row: object) => text((row as Record<string, unknown>)[order.property]);
  const direction = order.descending ? -1 : 1;
  return [...rows].sort((one, other) =>
    keyOf(one) === keyOf(other) ? 0 : keyOf(one) < keyOf(other) ? -direction : direction,
  );
}

function one(context: TenantContext, found: object | undefined, name: string): Response {
  if (!found) throw new GraphRefusal(404, 'ResourceNotFound', 'Resource not found.');
  return answer({ '@odata.context': metadata(context, `${name}/$entity`), ...found });
}
