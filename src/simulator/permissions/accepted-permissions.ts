/** Which permissions open a request of Graph: `GET /me/messages/{id}` and its like, found for the address as it was sent. */
import { accepted } from './accepted.ts';

export interface Accepted {
  /** Delegated ones, least privileged first; any one is enough. */
  readonly scopes: readonly string[];
  /** Application permissions, for tokens without a person. */
  readonly roles: readonly string[];
}

interface Row {
  /** Of permissions: delegated ones, and after the bar those of applications. */
  readonly names: string;
  readonly segments: readonly string[];
}

let table: Map<string, Row[]> | undefined;

/** @param path below `/v1.0`, with or without ids, without the query */
export function acceptedPermissions(method: string, path: string): Accepted | undefined {
  const segments = template(path);
  for (const candidate of candidates(method, segments)) {
    const rows = rowsFor(method, candidate.length);
    const found = best(rows, candidate);
    if (!found) continue;
    const [scopes = [], roles = []] = found.names
      .split('|')
      .map((list) => list.split(' ').filter(Boolean));
    return { scopes, roles };
  }
  return undefined;
}

/** Microsoft's lists leave gaps, so where a path is not in them its neighbour answers for it. */
function* candidates(method: string, segments: readonly string[]): Generator<readonly string[]> {
  yield segments;
  const withoutValue = segments.at(-1) === '$value' ? segments.slice(0, -1) : segments;
  yield withoutValue;
  // Settings, which lie below what is none: what opens that does not open them.
  if (segments.some((segment) => /^(messagerules|mastercategories)$/.test(segment))) return;
  // Whoever may see a collection may see one of it.
  if (method === 'GET' && (withoutValue.length > 2 || withoutValue[0] !== 'me'))
    yield withoutValue.slice(0, -1);
  if (segments[1] === 'calendarview') yield ['me', 'calendar', ...segments.slice(1)];
  if (segments[0] === 'me' && segments[1] === 'calendar') yield ['me', 'calendars'];
  // The root of a drive is an item like any other, and a person may be named instead of `me`.
  const root = segments.indexOf('root');
  if (root > 0) yield [...segments.slice(0, root), 'items', '{id}', ...segments.slice(root + 1)];
  if (segments[0] === 'users' && segments.length > 2) yield ['me', ...segments.slice(2)];
}

/** A literal segment is a better match than a placeholder, the earlier the better. */
function best(rows: readonly Row[], asked: readonly string[]): Row | undefined {
  const score = ({ segments }: Row) =>
    segments.map((segment) => (segment === '{id}' ? '0' : '1')).join('');
  return rows
    .filter(({ segments }) =>
      segments.every((segment, at) => segment === '{id}' || segment === asked[at]),
    )
    .sort((one, other) => (score(one) < score(other) ? 1 : -1))[0];
}

/** Lower case, without the names of items: `/me/drive/root:/Reports:/children` is a place like `items/{id}/children`. */
export function template(path: string): readonly string[] {
  return path
    .replace(/\/root:\/[^:]*:?/, '/items/{id}')
    .replace(/(\/items\/[^/:]+):\/[^:]*:?/, '$1')
    .replace(/^\/sites\/[^/:]+:\/[^:]*:?/, '/sites/{id}')
    .replace(/\((\w+)=[^)]*\)/g, (whole, name: string) =>
      name.toLowerCase() === 'q' ? '(q={id})' : whole.includes(',') ? '' : '/{id}',
    )
    .replace(/\('[^']*'\)/g, '/{id}')
    .toLowerCase()
    .split('/')
    .filter(Boolean);
}

function rowsFor(method: string, length: number): readonly Row[] {
  table ??= readTable();
  return table.get(`${method} ${length}`) ?? [];
}

/** The first request waits for it, so lists of names stay text until one of them is asked for. */
function readTable(): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const [names, requests] of Object.entries(accepted)) {
    const words = requests.split(' ');
    for (let at = 0; at < words.length; at += 2) {
      const segments = (words[at + 1] ?? '').slice(1).split('/');
      const key = `${words[at]} ${segments.length}`;
      const row = { names, segments };
      const others = rows.get(key);
      if (others) others.push(row);
      else rows.set(key, [row]);
    }
  }
  return rows;
}
