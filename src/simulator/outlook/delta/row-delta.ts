/** Changes of rows that are arithmetic and edits: everything the first time, page by page, then what was written since. */
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { editsIn, type Members } from '#simulator/outlook/mailbox/edits.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { preferences } from '#simulator/outlook/preferences.ts';
import { readToken, writeToken } from './delta-token.ts';

interface Tracked<T> {
  /** As Graph names it: `contact`. */
  readonly type: string;
  /** Of edits; of more than one where rows come from several. */
  readonly set: string | readonly string[];
  readonly all: readonly T[] | ((span: Span) => readonly T[]);
  readonly wired: (row: T) => Members;
  /** Of what lies between two times: which, as the first request says; the links carry it on. */
  readonly span?: () => Span;
}

type Span = readonly [from: number, to: number];

export function rowChanges<T>(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  { type, set, all: rowsOf, wired, span }: Tracked<T>,
): Response {
  const sets = [set].flat();
  const of = `${sets.join()} ${mailbox.owner.oid}`;
  const { pathname, searchParams } = new URL(c.req.url);
  if (searchParams.has('$filter') || searchParams.has('$search'))
    throw badRequest(`Change tracking of a ${type} takes $select alone.`);
  const text = searchParams.get('$skiptoken') ?? searchParams.get('$deltatoken');
  const given = text === null ? undefined : readToken(text, of);
  const select = given ? given.select : readQuery(c.req.url, ['$select']).select;
  const since = given?.since ?? span?.().join();
  const [start = 0, end = 0] = (since ?? '').split(',').map(Number);
  const all = typeof rowsOf === 'function' ? rowsOf([start, end]) : rowsOf;
  const { pageSize = 10, headers } = preferences(c);
  // Of a round that is under way the rest of everything, else what was written after the last one.
  const isFirst = !given || given.until !== undefined;
  const from = given?.until?.handed ?? 0;
  const upTo = isFirst ? Math.min(all.length, from + pageSize) : all.length;
  const shown = (row: Members) => ({
    '@odata.type': `#microsoft.graph.${type}`,
    ...selected(row, select, type, ['id']),
  });
  const value = isFirst ? all.slice(from, upTo).map((row) => shown(wired(row))) : written();
  const isLast = upTo >= all.length;
  const { serial } = mailbox.changes;
  const known = {
    of,
    serial: isFirst ? (given?.serial ?? serial) : serial,
    at: mailbox.now,
    select,
    since,
  };
  const token = isLast ? known : { ...known, until: { serial, at: mailbox.now, handed: upTo } };
  const link = `${context.hosts.graph}${pathname}?${isLast ? '$deltatoken' : '$skiptoken'}=${writeToken(token)}`;
  return answer(
    {
      '@odata.context': metadata(context, `Collection(${type})`),
      [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
      value,
    },
    headers,
  );

  function written(): object[] {
    const rows = all.map(wired);
    return sets
      .flatMap((each) => editsIn(mailbox, each))
      .filter(([, edit]) => edit.serial > (given?.serial ?? 0))
      .flatMap(([id, edit]): object[] => {
        // With a series come its days.
        const found = rows.filter((row) => row['id'] === id || row['seriesMasterId'] === id);
        if (found.length > 0) return found.map(shown);
        // What lies elsewhere was never told of; what was here is told to be gone.
        return edit.made && !edit.gone ? [] : [{ id, '@removed': { reason: 'deleted' } }];
      });
  }
}
