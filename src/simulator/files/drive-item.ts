/** A folder or a file in the members of Graph's `driveItem`, cut to what was asked for. */
import { hash } from '#simulator/seed/random.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { contentOf, isPicture, mimeTypeOf, pictureSize, quickXorHash } from './content.ts';
import { downloadUrl } from './download.ts';
import { idOf, tagOf, type NodeEdit } from './drive-edits.ts';
import type { SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';

type Members = Record<string, unknown>;

const annotation = '@microsoft.graph.downloadUrl';

/** What may be named in `$select`; a folder has no `file`, and that is no mistake of the caller's. */
const known = new Set([
  ...['id', 'name', 'size', 'webUrl', 'eTag', 'cTag', 'description', 'parentReference'],
  ...['createdDateTime', 'lastModifiedDateTime', 'createdBy', 'lastModifiedBy', 'fileSystemInfo'],
  ...[
    'file',
    'folder',
    'package',
    'image',
    'photo',
    'video',
    'audio',
    'location',
    'root',
    'shared',
  ],
  ...['remoteItem', 'deleted', 'specialFolder', 'searchResult', 'sharepointIds', 'thumbnails'],
  ...['children', 'webDavUrl', 'publication', annotation, 'content.downloadUrl'],
]);

/** What to cut an item to. */
export interface Shape {
  readonly select?: readonly string[] | undefined;
}

/** Sizes cost the making of the content, so each is remembered; the content is not. */
const measured = new Map<string, Promise<{ size: number; hash: string }>>();

function measure(drive: SimulatedDrive, node: Node): Promise<{ size: number; hash: string }> {
  const name = `${drive.id}/${node.id}`;
  const found =
    measured.get(name) ??
    contentOf(node.born ?? node.name, node.key).then((bytes) => ({
      size: bytes.length,
      hash: quickXorHash(bytes),
    }));
  measured.set(name, found);
  return found;
}

export async function sizeOf(drive: SimulatedDrive, node: Node): Promise<number> {
  if (node.kind === 'file') return (node.content ?? (await measure(drive, node))).size;
  // A folder's size is what is in it; here that is told without looking.
  return node.children.length > 0 ? 40_000 + (hash(node.key, 3) % 9_000_000) : 0;
}

export const modified = (context: TenantContext, node: Node): number =>
  node.at ?? Math.floor(context.now() / 86_400_000) * 86_400_000 - node.age;

export function checkSelect(select: readonly string[] | undefined): void {
  const unknown = select?.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.driveItem'.`,
    );
}

export async function driveItem(
  context: TenantContext,
  drive: SimulatedDrive,
  node: Node,
  { select }: Shape = {},
): Promise<Members> {
  const wants = (name: string) => !select || select.includes(name);
  const whole = await members(context, drive, node, wants);
  if (!select) return whole;
  // The address is sent unasked only where nothing was selected.
  const wanted = (name: string) =>
    select.includes(name) ||
    (name === annotation && select.includes('content.downloadUrl')) ||
    name === '@odata.etag';
  return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted(name)));
}

async function members(
  context: TenantContext,
  drive: SimulatedDrive,
  node: Node,
  wants: (name: string) => boolean,
): Promise<Members> {
  const changed = moment(modified(context, node));
  const created = moment(
    node.madeAt ?? modified(context, node) - 3_600_000 * (1 + (node.key % 90)),
  );
  const tag = idOf(node);
  const author = drive.owner ?? context.people[node.key % context.people.length];
  const by = {
    user: {
      email: author?.userPrincipalName,
      id: author?.oid,
      displayName: author?.displayName,
    },
  };
  return {
    ...(node.kind === 'file' ? { [annotation]: downloadUrl(context, drive, node) } : {}),
    createdBy: by,
    createdDateTime: created,
    eTag: tagOf(node),
    id: node.id,
    lastModifiedBy: by,
    lastModifiedDateTime: changed,
    name: node.name,
    parentReference: parentOf(drive, node),
    webUrl: webUrlOf(drive, node),
    cTag: `"c:{${tag}},${node.kind === 'folder' ? 0 : 1 + (node.serial ?? 0)}"`,
    fileSystemInfo: { createdDateTime: created, lastModifiedDateTime: changed, ...node.times },
    // Both cost the making of the content, so only whoever asks for them pays for it.
    ...(wants('size') ? { size: await sizeOf(drive, node) } : {}),
    ...(await facets(drive, node, wants)),
  };
}

async function facets(
  drive: SimulatedDrive,
  node: Node,
  wants: (name: string) => boolean,
): Promise<Members> {
  if (!node.parent) return { folder: { childCount: drive.tree.childrenOf(node).length }, root: {} };
  if (node.kind === 'folder') return { folder: { childCount: drive.tree.childrenOf(node).length } };
  if (node.kind === 'notebook') return { package: { type: 'oneNote' } };
  return {
    ...(wants('file')
      ? {
          file: {
            mimeType: mimeTypeOf(node.name),
            hashes: { quickXorHash: (node.content ?? (await measure(drive, node))).hash },
          },
        }
      : {}),
    ...(isPicture(node.name) && !node.content ? { image: { ...pictureSize } } : {}),
    ...(node.key % 9 === 4 ? { shared: { scope: 'users' } } : {}),
  };
}

export function namesTo(node: Node): string[] {
  return node.parent ? [...namesTo(node.parent), node.name] : [];
}

/** An item that is gone: what it was, and where. Clients that keep a copy look for the drive and the kind in each item. */
export function goneItem(drive: SimulatedDrive, id: string, edit: NodeEdit | undefined): Members {
  const kind = edit?.made ?? drive.tree.born?.find(id)?.kind;
  return {
    id,
    deleted: { state: 'deleted' },
    parentReference: { ...driveOf(drive), ...(edit?.parent ? { id: edit.parent } : {}) },
    ...(kind === 'folder' ? { folder: { childCount: 0 } } : {}),
    ...(kind === 'file' ? { file: {} } : {}),
  };
}

function driveOf(drive: SimulatedDrive): Members {
  const where = {
    driveType: drive.driveType,
    driveId: drive.id,
    siteId: drive.site?.id.split(',')[1],
  };
  return Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
}

function parentOf(drive: SimulatedDrive, node: Node): Members {
  if (!node.parent) return driveOf(drive);
  const path = namesTo(node.parent).map((name) => `/${encodeURIComponent(name)}`);
  return {
    ...driveOf(drive),
    id: node.parent.id,
    ...(node.parent.parent ? { name: node.parent.name } : {}),
    path: `/drives/${drive.id}/root:${path.join('')}`,
  };
}

function webUrlOf(drive: SimulatedDrive, node: Node): string {
  return [drive.webUrl, ...namesTo(node).map(encodeURIComponent)].join('/');
}

const sizes = { small: [96, 64], medium: [176, 118], large: [480, 320] } as const;

export function thumbnailsOf(context: TenantContext, drive: SimulatedDrive, node: Node): Members[] {
  if (node.kind !== 'file' || node.content || !isPicture(node.name)) return [];
  const pictures = Object.entries(sizes).map(([name, [width, height]]) => [
    name,
    { height, width, url: downloadUrl(context, drive, node, [width, height]) },
  ]);
  return [{ id: '0', ...(Object.fromEntries(pictures) as Members) }];
}
