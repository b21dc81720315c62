/** Service health and the message centre, for whoever has the scope and the role. */
import { denied, needs } from '#simulator/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph-answer.ts';
import { badRequest, cut, readQuery, selected } from '#simulator/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { messagesOf } from './announcements.ts';
import { issuesOf, overviewsOf } from './issues.ts';

const base = '/v1.0/admin/serviceAnnouncement';
const pages = { page: 100, most: 1000 } as const;

export function healthRoutes(app: GraphApp, context: TenantContext): void {
  const health = needs(context, ['ServiceHealth.Read.All'], 'directory');
  const messages = needs(context, ['ServiceMessage.Read.All'], 'directory');
  app.get(`${base}/healthOverviews`, health, (c) => {
    const all = overviews(context, c);
    const name = `admin/serviceAnnouncement/healthOverviews${withIssues(c) ? '(issues())' : ''}`;
    return list(context, c, { name, type: 'serviceHealth', rows: all });
  });
  app.get(`${base}/healthOverviews/:name`, health, (c) => {
    const name = c.req.param('name').toLowerCase();
    const found = overviews(context, c).find(({ service, id }) =>
      [service, id].some((each) => each.toLowerCase() === name),
    );
    return one(context, found, 'admin/serviceAnnouncement/healthOverviews');
  });
  app.get(`${base}/issues`, health, (c) =>
    list(context, c, {
      name: 'admin/serviceAnnouncement/issues',
      type: 'serviceHealthIssue',
      rows: admitted(c, issuesOf(context)),
    }),
  );
  app.get(`${base}/issues/:id`, health, (c) => {
    const found = admitted(c, issuesOf(context)).find(({ id }) => id === c.req.param('id'));
    return one(context, found, 'admin/serviceAnnouncement/issues');
  });
  app.get(`${base}/messages`, messages, (c) =>
    list(context, c, {
      name: 'admin/serviceAnnouncement/messages',
      type: 'serviceUpdateMessage',
      rows: admitted(c, messagesOf(context)),
    }),
  );
  app.get(`${base}/messages/:id`, messages, (c) => {
    const found = admitted(c, messagesOf(context)).find(({ id }) => id === c.req.param('id'));
    return one(context, found, 'admin/serviceAnnouncement/messages');
  });
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
