/** Reads where in a drive an address points: by id, by path (`root:/a/b:`), or both; and what is wanted there. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import type { Node, Tree } from './tree.ts';

export interface Place {
  readonly node: Node;
  /** What follows the item: `children`, `content`, `search(q='…')`; empty for the item itself. */
  readonly action: string;
}

export const itemNotFound = (): GraphRefusal =>
  new GraphRefusal(404, 'itemNotFound', 'The resource could not be found.');

/**
 * @param tail what follows the drive: `root/children`, `root:/Reports/a.pdf:/content`, `items/01AB:/a:/children`
 * @returns `undefined` where the tail names no item
 * @throws {GraphRefusal} itemNotFound
 */
export function placeIn(tree: Tree, tail: string): Place | undefined {
  const byRoot = /^root(?=$|[/:])(.*)$/i.exec(tail);
  if (byRoot) return below(tree, tree.root, byRoot[1] ?? '');
  const byId = /^items\/([^/:]+)(.*)$/i.exec(tail);
  if (byId) {
    const id = byId[1] ?? '';
    const node = id.toLowerCase() === 'root' ? tree.root : tree.find(id);
    if (!node) throw itemNotFound();
    return below(tree, node, byId[2] ?? '');
  }
  const special = /^special\/(\w+)(.*)$/i.exec(tail);
  if (special) {
    const names: Record<string, string> = { documents: 'Documents', photos: 'Pictures' };
    const node = tree.at([names[(special[1] ?? '').toLowerCase()] ?? '?']);
    if (!node) throw itemNotFound();
    return below(tree, node, special[2] ?? '');
  }
  return undefined;
}

function below(tree: Tree, from: Node, rest: string): Place {
  if (!rest.startsWith(':')) return { node: from, action: rest.replace(/^\//, '') };
  const [path = '', action = ''] = rest.slice(1).split(/:(.*)/s);
  const node = tree.at(path.split('/').filter(Boolean).map(decoded), from);
  if (!node) throw itemNotFound();
  return { node, action: action.replace(/^\//, '') };
}

/** Names travel encoded; what is no encoding is the caller's mistake. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('The request URI is malformed.');
  }
}

/** The text between the quotation marks of `search(q='…')`, where two stand for one. */
export function searchedFor(action: string): string | undefined {
  const found = /^search\(q='(.*)'\)$/is.exec(decoded(action));
  return found?.[1]?.replaceAll("''", "'");
}
