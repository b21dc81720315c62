/** What changed in a drive: everything the first time, page by page, and from then on what was written since. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { driveItem, goneItem } from './drive-item.ts';
import { editsOf } from './drive-edits.ts';
import type { SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';
import type { ItemQuery } from './item-list.ts';

/** A link of another time: the client has to begin anew, and `Location` says where. */
const keptFor = 30 * 86_400_000;

export async function delta(
  context: TenantContext,
  url: string,
  drive: SimulatedDrive,
  query: ItemQuery,
): Promise<object> {
  const { pathname, searchParams } = new URL(url);
  const base = `${context.hosts.graph}${pathname.replace(/delta\(.*$/, 'delta')}`;
  const inPath = /delta\(token='(.*)'\)$/.exec(decodeURIComponent(pathname))?.[1];
  const token = searchParams.get('token') ?? searchParams.get('$deltatoken') ?? inPath;
  const { serial, nodes } = await editsOf(context, drive);
  const { from = 0, since } = readDelta(context, token, base, serial);
  const all: readonly (Node | string)[] =
    since === undefined
      ? [...drive.tree.all()]
      : Object.entries(nodes).flatMap(([id, change]) =>
          change.serial > since ? [drive.tree.find(id) ?? id] : [],
        );
  const value = await Promise.all(
    all
      .slice(from, from + query.top)
      .map(async (node) =>
        typeof node === 'string'
          ? goneItem(drive, node, nodes[node])
          : driveItem(context, drive, node, query),
      ),
  );
  const end = from + query.top;
  const rest = [...searchParams].filter(([name]) => !/^(token|\$deltatoken)$/.test(name));
  const link = (mark: string) => `${base}?${new URLSearchParams([...rest, ['token', mark]])}`;
  return {
    '@odata.context': `${context.hosts.graph}/v1.0/$metadata#Collection(driveItem)`,
    ...(end < all.length
      ? { '@odata.nextLink': link(`n${end}${since === undefined ? '' : `s${since}`}`) }
      : { '@odata.deltaLink': link(`d${context.now()}s${serial}`) }),
    value,
  };
}

function readDelta(
  context: TenantContext,
  token: string | undefined,
  base: string,
  serial: number,
): { readonly from?: number; readonly since?: number } {
  if (token === undefined) return {};
  if (token === 'latest') return { since: serial };
  const [, kind, number, since] = /^([nd])(\d+)(?:s(\d+))?$/.exec(token) ?? [];
  if (kind === 'n')
    return { from: Number(number), ...(since === undefined ? {} : { since: Number(since) }) };
  if (kind === 'd' && context.now() - Number(number) < keptFor)
    return { since: Number(since ?? 0) };
  throw new GraphRefusal(410, 'resyncRequired', 'Resync required. Enumerate the drive again.', {
    location: base,
  });
}
