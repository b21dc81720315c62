/** A collection of Graph that is at hand as a whole: paged, cut, counted, and one of it by its id. */
import type { Step } from '#simulator/router/router.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
  type GraphEnv,
} from '#simulator/graph/graph-answer.ts';
import { parseFilter, pathsOf } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf, textOf } from '#simulator/graph/odata-fits.ts';
import {
  badRequest,
  chosen,
  cut,
  readQuery,
  selected,
  type Order,
  type Query,
} from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

type Expansion = (
  c: GraphContext,
  row: { readonly id?: string },
) => readonly object[] | Promise<readonly object[]>;

interface Route {
  /** Below `/v1.0`, as the router writes it. */
  readonly path: string;
  /** As Graph names it in the refusal of an unknown member. */
  readonly type: string;
  readonly guards: readonly Step<GraphEnv>[];
  readonly rows: (c: GraphContext) => readonly object[] | Promise<readonly object[]>;
  readonly page?: number;
  /** Names what is missing in the service's own words. */
  readonly missing?: (id: string) => GraphRefusal;
  /** Whether one of it can be asked for as `path/{id}`. */
  readonly one?: boolean;
  /** Whether `$filter` is understood. */
  readonly filters?: boolean;
  /** Whether `$orderby` is. */
  readonly orders?: boolean;
  /** What `$expand` gives of each, by name. */
  readonly expands?: Readonly<Record<string, Expansion>>;
}

/**
 * What `$filter` leaves of rows, as `$orderby` wants them.
 * @param type of rows that all have every member: what else is asked about is refused
 */
export function narrowed<T extends object>(
  rows: readonly T[],
  { filter: text, orderBy }: Query,
  type?: string,
): readonly T[] {
  const filter = text === undefined ? undefined : parseFilter(text);
  const [first] = rows;
  if (type !== undefined && first) {
    const asked = [...(filter ? pathsOf(filter) : []), ...orderBy.map(({ property }) => property)];
    const wrong = asked.find((path) => !((path.split('/')[0] ?? '') in first));
    if (wrong !== undefined)
      throw badRequest(
        `Could not find a property named '${wrong}' on type 'microsoft.graph.${type}'.`,
      );
  }
  const found = filter ? rows.filter((row) => fits(filter, (path) => memberOf(row, path))) : rows;
  return orderBy.length > 0 ? inOrder(found, orderBy) : found;
}

/** What is not there comes first, as in OData. */
function inOrder<T extends object>(rows: readonly T[], orderBy: readonly Order[]): T[] {
  const collator = new Intl.Collator('en', { numeric: true });
  const keyOf = (row: object, path: string) => textOf(memberOf(row, path) ?? '');
  return rows.toSorted((one, other) => {
    for (const { property, descending } of orderBy) {
      const order = collator.compare(keyOf(one, property), keyOf(other, property));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

/** The set's name in the context address: whose it is, and where. */
function setName(c: GraphContext, { path }: Route, select: readonly string[] | undefined): string {
  const named = path
    .slice(1)
    .replace(/\/:(\w+)/g, (_, part: string) => `('${c.req.param(part) ?? ''}')`)
    .replace(/^me(?=\/)/, `users('${c.get('facts').person.oid}')`);
  return named + chosen(select);
}

export function listRoute(app: GraphApp, context: TenantContext, route: Route): void {
  const path = `/v1.0${route.path}`;
  for (const guard of route.guards) {
    app.use(path, guard);
    if (route.one) app.use(`${path}/:id`, guard);
  }
  app.get(path, async (c) => {
    const options = ['$top', '$skip', '$select', '$count'] as const;
    const further = [
      ...(route.filters ? (['$filter'] as const) : []),
      ...(route.orders ? (['$orderby'] as const) : []),
      ...(route.expands ? (['$expand'] as const) : []),
    ];
    const query = readQuery(c.req.url, [...options, ...further], {
      page: route.page ?? 10,
      most: 1000,
    });
    const rows = narrowed(await route.rows(c), query);
    const { items, count, next } = cut(context, c.req.url, rows, query);
    const expansions = expansionsOf(route, query.expand);
    const value = await Promise.all(
      items.map(async (row) => ({
        ...selected(row, query.select, route.type, ['id']),
        ...(await expandedBy(expansions, c, row)),
      })),
    );
    return answer(collection(context, setName(c, route, query.select), value, { count, next }));
  });
  if (!route.one) return;
  app.get(`${path}/:id`, async (c) => {
    const { select, expand } = readQuery(c.req.url, [
      '$select',
      ...(route.expands ? (['$expand'] as const) : []),
    ]);
    const id = c.req.param('id') ?? '';
    const found = (await route.rows(c)).find((row) => 'id' in row && row.id === id);
    if (!found) throw route.missing?.(id) ?? noSuchResource(id);
    return answer({
      '@odata.context': metadata(context, `${setName(c, route, select)}/$entity`),
      ...selected(found, select, route.type, ['id']),
      ...(await expandedBy(expansionsOf(route, expand), c, found)),
    });
  });
}

async function expandedBy(
  expansions: readonly [string, Expansion][],
  c: GraphContext,
  row: object,
): Promise<object> {
  const found = expansions.map(async ([name, of]) => [name, await of(c, row)] as const);
  return Object.fromEntries(await Promise.all(found));
}

/** @throws {GraphRefusal} for what cannot be expanded */
function expansionsOf({ expands = {}, type }: Route, expand = ''): [string, Expansion][] {
  const names = expand.split(',').map((name) => name.trim());
  return names.filter(Boolean).map((name) => {
    const of = expands[name];
    if (!of)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      );
    return [name, of];
  });
}

/** The directory's words. */
export function noSuchResource(id: string): GraphRefusal {
  return new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
