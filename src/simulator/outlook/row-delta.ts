/** Changes of rows that are arithmetic and edits: everything the first time, page by page, then what was written since. */
import { answer, metadata, type GraphContext } from '#simulator/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { readToken, writeToken } from './delta-token.ts';
import { editsIn, type Members } from './edits.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { preferences } from './preferences.ts';

interface Tracked<T> {
  /** As Graph names it: `contact`. */
  readonly type: string;
  /** Of edits; of more than one where rows come from several. */
  readonly set: string | readonly string[];
  readonly all: readonly T[];
  readonly wired: (row: T) => Members;
  /** Beside the token, what the link has to repeat. */
  readonly query?: string;
}

export function rowChanges<T>(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  { type, set, all, wired, query = '' }: Tracked<T>,
): Response {
  const sets = [set].flat();
  const of = `${sets.join()} ${mailbox.owner.oid} ${query}`;
  const { pathname, searchParams } = new URL(c.req.url);
  if (searchParams.has('$filter') || searchParams.has('$search'))
    throw badRequest(`Change tracking of a ${type} takes $select alone.`);
  const text = searchParams.get('$skiptoken') ?? searchParams.get('$deltatoken');
  const given = text === null ? undefined : readToken(text, of);
  const select = given ? given.select : readQuery(c.req.url, ['$select']).select;
  const { pageSize = 10, headers } = preferences(c);
  // Of a round that is under way the rest of everything, else what was written after the last one.
  const isFirst = !given || given.until !== undefined;
  const from = given?.until?.handed ?? 0;
  const end = isFirst ? Math.min(all.length, from + pageSize) : all.length;
  const since = given?.serial ?? 0;
  const shown = (row: Members) => ({
    '@odata.type': `#microsoft.graph.${type}`,
    ...selected(row, select, type, ['id']),
  });
  const value = isFirst ? all.slice(from, end).map((row) => shown(wired(row))) : written();
  const isLast = end >= all.length;
  const { serial } = mailbox.changes;
  const known = {
    of,
    serial: isFirst ? (given?.serial ?? serial) : serial,
    at: mailbox.now,
    select,
  };
  const token = isLast ? known : { ...known, until: { serial, at: mailbox.now, handed: end } };
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
    const rows = new Map(all.map((row) => [String(wired(row)['id']), wired(row)]));
    return sets
      .flatMap((each) => editsIn(mailbox, each))
      .filter(([, edit]) => edit.serial > since)
      .map(([id]) => {
        const row = rows.get(id);
        return row ? shown(row) : { id, '@removed': { reason: 'deleted' } };
      });
  }
}
