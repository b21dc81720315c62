/** What people did to a drive, put over the tree that the seed grows: folders and files made, renamed, moved, overwritten, gone. */
import { guid, hashText, hex } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { contentOf, quickXorHash } from './content.ts';
import type { SimulatedDrive } from './drives.ts';
import { walksOf, type Node, type Tree } from './tree.ts';

/** Bytes that were uploaded; they are kept apart, so that reading a list does not carry them about. */
export interface Uploaded {
  readonly key: string;
  readonly size: number;
  readonly hash: string;
}

/** What a client says of a file's times on its own disk (Graph fileSystemInfo). */
export interface FileTimes {
  readonly createdDateTime?: string;
  readonly lastModifiedDateTime?: string;
}

export interface NodeEdit {
  readonly name?: string;
  /** Id of the folder it lies in now. */
  readonly parent?: string;
  readonly gone?: true;
  readonly made?: 'file' | 'folder';
  readonly madeAt?: number;
  readonly content?: Uploaded;
  readonly times?: FileTimes;
  readonly serial: number;
  readonly at: number;
}

export interface DriveEdits {
  readonly serial: number;
  readonly nodes: Readonly<Record<string, NodeEdit>>;
}

type Store = Pick<TenantContext, 'store' | 'now'>;

const keyOf = ({ id }: Pick<SimulatedDrive, 'id'>) => `drive ${id}`;
const untouched: DriveEdits = { serial: 0, nodes: {} };

export async function editsOf({ store }: Store, drive: SimulatedDrive): Promise<DriveEdits> {
  return (await store.read<DriveEdits>(keyOf(drive))) ?? untouched;
}

/** The drive as it is now. */
export async function opened(context: Store, drive: SimulatedDrive): Promise<SimulatedDrive> {
  const { nodes } = await editsOf(context, drive);
  return Object.keys(nodes).length === 0
    ? drive
    : { ...drive, tree: editedTree(drive.tree, nodes) };
}

/** @returns the drive after it was written to */
export async function edit(
  context: Store,
  drive: SimulatedDrive,
  id: string,
  change: Partial<NodeEdit>,
): Promise<SimulatedDrive> {
  await context.store.update<DriveEdits>(keyOf(drive), (before = untouched) => {
    const serial = before.serial + 1;
    const at = context.now();
    const node = {
      ...before.nodes[id],
      ...change,
      ...(change.made ? { madeAt: at } : {}),
      serial,
      at,
    };
    return { serial, nodes: { ...before.nodes, [id]: node } };
  });
  return opened(context, { ...drive, tree: drive.tree.born ?? drive.tree });
}

/** As long as those of the seed, in their letters. */
export function newId(drive: SimulatedDrive, serial: number): string {
  const letters = hex(32, drive.tree.key, serial, 77).replaceAll(
    /\d/g,
    (digit) => 'GHIJKLMNOP'[Number(digit)] ?? '',
  );
  return `01${letters.toUpperCase()}`;
}

function editedTree(born: Tree, edits: DriveEdits['nodes']): Tree {
  const known = new Map<string, readonly Node[]>();
  const withEdit = (node: Node, parent: Node): Node => {
    const change = edits[node.id];
    if (!change) return { ...node, parent };
    const { name = node.name, content = node.content, times, madeAt, serial, at } = change;
    return {
      ...node,
      parent,
      name,
      born: node.born ?? node.name,
      ...(content ? { content } : {}),
      ...(times ? { times } : {}),
      ...(madeAt === undefined ? {} : { madeAt }),
      serial,
      at,
    };
  };
  const childrenOf = (folder: Node): readonly Node[] => {
    const found = known.get(folder.id);
    if (found) return found;
    const original = born.find(folder.id);
    const here = (original ? born.childrenOf(original) : []).filter(
      ({ id }) => !edits[id]?.gone && (edits[id]?.parent ?? folder.id) === folder.id,
    );
    const came = Object.entries(edits).flatMap(([id, { parent, gone, made }]): Node[] => {
      if (gone || parent !== folder.id || here.some((each) => each.id === id)) return [];
      const old = made ? undefined : born.find(id);
      const fresh = made && {
        id,
        name: '',
        key: 0,
        parent: folder,
        kind: made,
        children: [],
        age: 0,
      };
      return [old ?? fresh ?? []].flat();
    });
    const nodes = [...here, ...came].map((node) => withEdit(node, folder));
    known.set(folder.id, nodes);
    return nodes;
  };
  const tree: Tree = {
    key: born.key,
    root: born.root,
    born,
    childrenOf,
    find(id) {
      const wanted = id.toUpperCase();
      if (wanted === born.root.id) return born.root;
      const above = edits[wanted]?.parent ?? born.find(wanted)?.parent?.id;
      const parent = above === undefined ? undefined : tree.find(above);
      return parent && childrenOf(parent).find((each) => each.id === wanted);
    },
    ...walksOf(born.root, childrenOf),
  };
  return tree;
}

export async function keep(
  { store }: Store,
  drive: SimulatedDrive,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uploaded> {
  const key = `file ${drive.id} ${id}`;
  await store.write(key, bytes);
  return { key, size: bytes.length, hash: quickXorHash(bytes) };
}

/** What is in a file now. */
export async function bytesOf({ store }: Store, node: Node): Promise<Uint8Array<ArrayBuffer>> {
  const kept = node.content && (await store.read<Uint8Array<ArrayBuffer>>(node.content.key));
  return kept ?? contentOf(node.born ?? node.name, node.key);
}

/** A node of the seed is known by its key; one that was made here has none. */
export const idOf = ({ key, id }: Node) =>
  guid(key, 40, key === 0 ? hashText(id) : 0).toUpperCase();

export const tagOf = (node: Node): string => `"{${idOf(node)}},${1 + (node.serial ?? 0)}"`;
