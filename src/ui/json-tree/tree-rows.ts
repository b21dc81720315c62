/** The rows of a JSON text of which some parts are open. Long collections are cut into ranges that open by themselves. */
import { scanMembers, type JsonMember, type JsonNode } from './scan-json.ts';

export interface TreeRow {
  /** Place in the tree: `/value/0/id`. */
  readonly id: string;
  readonly depth: number;
  readonly key: string | number | undefined;
  /** A value, or a range of the items of a long collection. */
  readonly node: JsonNode;
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly isOpen: boolean;
  readonly canOpen: boolean;
}

/** What has been looked into, by the place of the row. */
export type OpenNodes = ReadonlyMap<string, readonly JsonMember[]>;

export const rangeSize = 500;

export function treeRows(root: JsonNode, open: OpenNodes): TreeRow[] {
  const rows: TreeRow[] = [];
  add(rows, open, { id: '', depth: 0, key: undefined, node: root });
  return rows;
}

function add(
  rows: TreeRow[],
  open: OpenNodes,
  at: Pick<TreeRow, 'id' | 'depth' | 'key' | 'node'>,
): void {
  const members = open.get(at.id);
  const canOpen = at.node.kind === 'object' || at.node.kind === 'array';
  rows.push({ ...at, range: undefined, canOpen, isOpen: members !== undefined });
  if (!members) return;
  if (members.length <= rangeSize) {
    for (const member of members) addMember(rows, open, at, member);
    return;
  }
  for (let from = 0; from < members.length; from += rangeSize) {
    const to = Math.min(from + rangeSize, members.length) - 1;
    const id = `${at.id}/[${from}-${to}]`;
    const isOpen = open.has(id);
    const row = { id, depth: at.depth + 1, key: undefined, node: at.node };
    rows.push({ ...row, range: { from, to }, canOpen: true, isOpen });
    if (!isOpen) continue;
    for (const member of members.slice(from, to + 1)) {
      addMember(rows, open, { ...at, depth: at.depth + 1 }, member);
    }
  }
}

function addMember(
  rows: TreeRow[],
  open: OpenNodes,
  parent: Pick<TreeRow, 'id' | 'depth'>,
  member: JsonMember,
): void {
  const id = `${parent.id}/${String(member.key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  add(rows, open, { id, depth: parent.depth + 1, key: member.key, node: member });
}

/** Opens what a person wants to see first: the root, its `value`, and the first item of that. */
export async function openFirst(bytes: Uint8Array, root: JsonNode): Promise<OpenNodes> {
  const open = new Map<string, readonly JsonMember[]>();
  if (root.kind !== 'object' && root.kind !== 'array') return open;
  const members = await scanMembers(bytes, root);
  open.set('', members);
  const value = members.find(({ key, kind }) => key === 'value' && kind === 'array');
  if (!value) return open;
  const items = await scanMembers(bytes, value);
  open.set('/value', items);
  if (items.length > rangeSize) open.set(`/value/[0-${rangeSize - 1}]`, []);
  const first = items[0];
  if (first && first.kind === 'object') open.set('/value/0', await scanMembers(bytes, first));
  return open;
}
