/** Puts bytes where a file is, or shall be, and shows an item after it was written. */
import { answer, GraphRefusal, metadata } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { itemNotFound } from './address.ts';
import { edit, editsOf, keep, newId, type FileTimes } from './drive-edits.ts';
import { driveItem } from './drive-item.ts';
import type { SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';

/** Where bytes shall go: over a file that is there, or as a new one of that name. */
export interface Target {
  readonly drive: SimulatedDrive;
  readonly folder: Node;
  readonly name: string;
  readonly node: Node | undefined;
  readonly times?: FileTimes;
}

/** The file with these bytes: made, or overwritten, or under another name, as `behavior` wants it. */
export async function saved(
  context: TenantContext,
  { drive, folder, name, node, times = {} }: Target,
  bytes: Uint8Array<ArrayBuffer>,
  behavior: string,
): Promise<Response> {
  if (node?.kind === 'folder') throw taken();
  if (node && behavior === 'fail') throw taken();
  const overwritten = behavior === 'rename' ? undefined : node;
  const id = overwritten?.id ?? (await nextId(context, drive));
  const content = await keep(context, drive, id, bytes);
  const now = await edit(
    context,
    drive,
    id,
    overwritten
      ? { content, times }
      : { made: 'file', parent: folder.id, name: freeName(drive, folder, name), content, times },
  );
  return shown(context, now, id, overwritten ? 200 : 201);
}

/** @param info `fileSystemInfo` as it was sent */
export function timesFrom(info: unknown): FileTimes {
  const given = typeof info === 'object' && info !== null ? Object.entries(info) : [];
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      if (name !== 'createdDateTime' && name !== 'lastModifiedDateTime') return [];
      const time = Date.parse(String(value));
      if (Number.isNaN(time))
        throw new GraphRefusal(400, 'invalidRequest', `The value of ${name} is not a date.`);
      return [[name, moment(time)]];
    }),
  );
}

export async function shown(
  context: TenantContext,
  drive: SimulatedDrive,
  id: string,
  status: number,
): Promise<Response> {
  const node = drive.tree.find(id);
  if (!node) throw itemNotFound();
  const item = await driveItem(context, drive, node);
  const name = `drives('${encodeURIComponent(drive.id)}')/items/$entity`;
  return answer({ '@odata.context': metadata(context, name), ...item }, {}, status);
}

export async function nextId(context: TenantContext, drive: SimulatedDrive): Promise<string> {
  return newId(drive, (await editsOf(context, drive)).serial + 1);
}

export function taken(): GraphRefusal {
  return new GraphRefusal(409, 'nameAlreadyExists', 'Name already exists');
}

/** `Report 1.pdf` where there is a `Report.pdf`. */
export function freeName({ tree }: SimulatedDrive, folder: Node, name: string): string {
  const [, stem = name, end = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let at = 1; tree.at([free], folder); at++) free = `${stem} ${at}${end}`;
  return free;
}
