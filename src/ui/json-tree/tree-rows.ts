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
  const canOpen = isPart(at.node);
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
  const id = idIn(parent.id, member);
  add(rows, open, { id, depth: parent.depth + 1, key: member.key, node: member });
}

function idIn(parent: string, { key }: JsonMember): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isPart({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array';
}

/** Everything below a place, as long as somebody could still look through it. */
export async function openBelow(
  bytes: Uint8Array,
  before: OpenNodes,
  from: { readonly id: string; readonly node: JsonNode },
  mostRows: number,
): Promise<OpenNodes> {
  const open = new Map(before);
  const waiting = [from];
  let rows = 0;
  for (let next = waiting.shift(); next && rows < mostRows; next = waiting.shift()) {
    const { id, node } = next;
    const members = open.get(id) ?? (await scanMembers(bytes, node));
    open.set(id, members);
    rows += members.length;
    // A long one opens as ranges, each of which somebody opens who wants it.
    if (members.length > rangeSize) continue;
    for (const member of members) {
      if (isPart(member)) waiting.push({ id: idIn(id, member), node: member });
    }
  }
  return open;
}

/** Rows and bytes of a part that is opened unasked. */
const openAtFirst = 100;
const isShort = ({ start, end }: JsonNode) => end - start < 20_000;

/**
 * Opens what a person wants to see first: the root with what is in it, and of a collection, its `value`, the first item:
 * the others are told apart by their titles.
 */
export async function openFirst(bytes: Uint8Array, root: JsonNode): Promise<OpenNodes> {
  let open: OpenNodes = new Map<string, readonly JsonMember[]>();
  if (!isPart(root)) return open;
  const members = await scanMembers(bytes, root);
  open = new Map([['', members]]);
  const value = members.find(({ key, kind }) => key === 'value' && kind === 'array');
  for (const member of members) {
    if (root.kind === 'array' && member.key !== 0) break;
    if (member === value || !isPart(member) || !isShort(member)) continue;
    open = await openBelow(bytes, open, { id: idIn('', member), node: member }, openAtFirst);
  }
  if (!value) return open;
  const items = await scanMembers(bytes, value);
  open = new Map(open).set('/value', items);
  if (items.length > rangeSize) open = new Map(open).set(`/value/[0-${rangeSize - 1}]`, []);
  const first = items[0];
  if (first?.kind !== 'object') return open;
  const most = isShort(first) ? openAtFirst : 1;
  return openBelow(bytes, open, { id: '/value/0', node: first }, most);
}
