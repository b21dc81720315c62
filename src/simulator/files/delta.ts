/** What changed in a drive: everything the first time, page by page, and from then on nothing, because nobody writes here. */
import { GraphRefusal } from '#simulator/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { driveItem } from './drive-item.ts';
import type { SimulatedDrive } from './drives.ts';
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
  const skip = readDelta(context, token, base);
  const all = skip === 'latest' ? [] : [...drive.tree.all()];
  const from = skip === 'latest' ? 0 : skip;
  const value = await Promise.all(
    all.slice(from, from + query.top).map((node) => driveItem(context, drive, node, query)),
  );
  const end = from + query.top;
  const rest = [...searchParams].filter(([name]) => !/^(token|\$deltatoken)$/.test(name));
  const link = (mark: string) => `${base}?${new URLSearchParams([...rest, ['token', mark]])}`;
  return {
    '@odata.context': `${context.hosts.graph}/v1.0/$metadata#Collection(driveItem)`,
    ...(end < all.length
      ? { '@odata.nextLink': link(`n${end}`) }
      : { '@odata.deltaLink': link(`d${context.now()}`) }),
    value,
  };
}

function readDelta(context: TenantContext, token: string | undefined, base: string) {
  if (token === undefined) return 0;
  if (token === 'latest') return 'latest';
  const [, kind, number] = /^([nd])(\d+)$/.exec(token) ?? [];
  if (kind === 'n') return Number(number);
  if (kind === 'd' && context.now() - Number(number) < keptFor) return 'latest';
  throw new GraphRefusal(410, 'resyncRequired', 'Resync required. Enumerate the drive again.', {
    location: base,
  });
}
