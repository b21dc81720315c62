/** Folders and files written: made, uploaded, renamed, moved, shared by a link and deleted (Graph driveItem resource). */
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import { jsonBody } from '#simulator/graph/graph-body.ts';
import { guid } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { decoded, itemNotFound, placeIn } from './address.ts';
import { freeName, nextId, saved, shown, taken, timesFrom, type Target } from './file-saving.ts';
import { edit } from './drive-edits.ts';
import type { SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';
import { openSession } from './upload-session.ts';
// Both are loaded by whoever writes, and a chunk of its own would draw what they need into the simulator's start.
export { uploadPiece } from './upload-session.ts';

/** @param tail what follows the drive in the path */
export async function writeIn(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  tail: string,
): Promise<Response> {
  const { method } = c.req;
  const toName = /^((?:root|items\/[^/:]+)):\/(.+?):?\/(content|createUploadSession)$/i.exec(tail);
  const isUpload = method === 'PUT' || /createUploadSession$/i.test(tail);
  if (toName && isUpload) {
    const above = placeIn(drive.tree, toName[1] ?? '');
    const path = (toName[2] ?? '').split('/').filter(Boolean).map(decoded);
    if (!above) throw itemNotFound();
    return upload(context, c, await withFolders(context, drive, above.node, path));
  }
  const place = placeIn(drive.tree, tail);
  if (!place) throw badRequest(`Resource not found for the segment '${tail.split('/')[0]}'.`);
  const { node } = place;
  const action = `${method} ${place.action.toLowerCase()}`;
  if (isUpload && node.parent) {
    checkTag(c, node);
    return upload(context, c, { drive, folder: node.parent, name: node.name, node });
  }
  if (action === 'POST children') return makeChild(context, c, drive, node);
  if (action === 'POST createlink') return link(context, c, drive, node);
  if (action === 'PATCH ') return change(context, c, drive, node);
  if (action === 'DELETE ') {
    checkTag(c, node);
    if (!node.parent) throw new GraphRefusal(403, 'accessDenied', 'Access denied');
    await edit(context, drive, node.id, { gone: true, parent: node.parent.id });
    return new Response(null, { status: 204 });
  }
  throw new GraphRefusal(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

/** Folders on the way that are not there yet are made, as OneDrive does. */
async function withFolders(
  context: TenantContext,
  drive: SimulatedDrive,
  from: Node,
  path: readonly string[],
): Promise<Target> {
  const name = nameFrom(path.at(-1));
  let [now, folder] = [drive, from];
  for (const each of path.slice(0, -1)) {
    const found = now.tree.at([each], folder);
    if (found && found.kind !== 'folder') throw itemNotFound();
    const id: string = found?.id ?? (await nextId(context, now));
    if (!found)
      now = await edit(context, now, id, {
        made: 'folder',
        parent: folder.id,
        name: nameFrom(each),
      });
    folder = now.tree.find(id) ?? folder;
  }
  return { drive: now, folder, name, node: now.tree.at([name], folder) };
}

async function upload(context: TenantContext, c: GraphContext, target: Target): Promise<Response> {
  const given = new URL(c.req.url).searchParams.get('@microsoft.graph.conflictBehavior');
  if (c.req.method === 'PUT') {
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer());
    return saved(context, target, bytes, given ?? 'replace');
  }
  const { item = {}, deferCommit } = (await jsonBody(c)) as {
    deferCommit?: boolean;
    item?: { '@microsoft.graph.conflictBehavior'?: string; fileSystemInfo?: unknown };
  };
  const behavior = item['@microsoft.graph.conflictBehavior'] ?? given ?? 'replace';
  const times = timesFrom(item.fileSystemInfo);
  return openSession(context, { ...target, times }, behavior, deferCommit === true);
}

async function makeChild(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  folder: Node,
): Promise<Response> {
  const given = await jsonBody(c);
  const name = nameFrom(given['name']);
  const there = drive.tree.at([name], folder);
  const behavior = given['@microsoft.graph.conflictBehavior'] ?? 'fail';
  if (there && behavior !== 'rename') throw taken();
  if (!given['folder'])
    return saved(context, { drive, folder, name, node: there }, new Uint8Array(), 'rename');
  const id = await nextId(context, drive);
  const now = await edit(context, drive, id, {
    made: 'folder',
    parent: folder.id,
    name: freeName(drive, folder, name),
  });
  return shown(context, now, id, 201);
}

async function change(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  node: Node,
): Promise<Response> {
  checkTag(c, node);
  const body = (await jsonBody(c)) as {
    name?: unknown;
    parentReference?: { id?: string; path?: string };
    fileSystemInfo?: unknown;
  };
  const { name: given, parentReference } = body;
  if (!node.parent) throw new GraphRefusal(403, 'accessDenied', 'Access denied');
  const name = given === undefined ? node.name : nameFrom(given);
  // Clients that know the id send an empty path beside it.
  const path = parentReference?.id ? undefined : parentReference?.path?.replace(/^.*\/root:?/, '');
  const folder =
    path === undefined
      ? drive.tree.find(parentReference?.id ?? node.parent.id)
      : drive.tree.at(path.split('/').filter(Boolean).map(decoded));
  if (folder?.kind !== 'folder') throw itemNotFound();
  for (let above: Node | undefined = folder; above; above = above.parent)
    if (above.id === node.id)
      throw new GraphRefusal(400, 'invalidRequest', 'A folder cannot be moved into itself.');
  const there = drive.tree.at([name], folder);
  if (there && there.id !== node.id) throw taken();
  const now = await edit(context, drive, node.id, {
    name,
    parent: folder.id,
    ...('fileSystemInfo' in body ? { times: timesFrom(body.fileSystemInfo) } : {}),
  });
  return shown(context, now, node.id, 200);
}

async function link(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  node: Node,
): Promise<Response> {
  const { type = 'view', scope = 'organization' } = await jsonBody(c);
  if (!['view', 'edit', 'embed'].includes(String(type)))
    throw new GraphRefusal(400, 'invalidRequest', 'The sharing link type is not supported.');
  const id = guid(node.key, drive.tree.key, 78);
  return answer(
    {
      '@odata.context': metadata(context, 'permission'),
      id,
      roles: [type === 'edit' ? 'write' : 'read'],
      link: { type, scope, webUrl: `${new URL(drive.webUrl).origin}/:f:/p/${id}` },
      hasPassword: false,
    },
    {},
    201,
  );
}

/** @throws {GraphRefusal} for what OneDrive takes as no name */
function nameFrom(given: unknown): string {
  const name = typeof given === 'string' ? given.normalize().trim() : '';
  if (name !== '' && !/["*:<>?/\\|]|^\.+$|\.$/.test(name) && name.length <= 255) return name;
  throw new GraphRefusal(400, 'invalidRequest', 'The provided name is not valid.');
}

/** @throws {GraphRefusal} 412 when somebody else was faster */
function checkTag(c: GraphContext, node: Node): void {
  const wanted = c.req.header('if-match');
  if (!wanted || wanted === '*' || wanted.includes(`,${(node.serial ?? 0) + 1}"`)) return;
  throw new GraphRefusal(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; the eTag does not match.',
  );
}
