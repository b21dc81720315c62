/** Finds a path among thousands, segment by segment: a literal segment is a better match than an id. */

interface Node {
  readonly children: Map<string, Node>;
  /** The lists write some paths twice, each with methods of its own. */
  readonly paths: string[];
}

export interface PathIndex {
  /** The listed paths that match the whole of it, the most literal first. */
  readonly find: (path: string) => string[];
}

/** @param paths each with the spellings under which it is to be found, beside its own */
export function indexPaths(
  paths: Iterable<readonly [path: string, spellings: readonly string[]]>,
): PathIndex {
  const root = newNode();
  const all = [...paths];
  for (const [path] of all) add(root, path, path);
  for (const [path, spellings] of all) {
    for (const spelling of spellings) add(root, spelling, path);
  }
  return {
    find: (path) => walk(root, segmentsOf(path), 0),
  };
}

function newNode(): Node {
  return { children: new Map(), paths: [] };
}

function add(root: Node, spelling: string, path: string): void {
  let node = root;
  for (const segment of segmentsOf(spelling)) {
    let next = node.children.get(segment);
    if (!next) {
      next = newNode();
      node.children.set(segment, next);
    }
    node = next;
  }
  if (!node.paths.includes(path)) node.paths.push(path);
}

function walk(node: Node, segments: readonly string[], at: number): string[] {
  const segment = segments[at];
  if (segment === undefined) return node.paths;
  const literal = node.children.get(segment);
  const id = namesSomething.test(segment) ? undefined : node.children.get('{id}');
  return [
    ...(literal ? walk(literal, segments, at + 1) : []),
    ...(id && id !== literal ? walk(id, segments, at + 1) : []),
  ];
}

/** A function, with parameters or without, the name of a type, `$count` and the like are no ids. */
const namesSomething = /\(|^\$|^(?:microsoft\.)?graph\.|^(?:delta|get[a-z]{4,})$/;

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
