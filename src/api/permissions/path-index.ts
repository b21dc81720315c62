/** Finds a path among thousands, segment by segment: a literal segment is a better match than an id. */

interface Node {
  readonly children: Map<string, Node>;
  path: string | undefined;
}

export interface PathIndex {
  /** The listed path that matches the whole of it. */
  find(path: string): string | undefined;
  /** The longest listed path that it begins with. */
  findBeginning(path: string): string | undefined;
}

export function indexPaths(paths: Iterable<string>): PathIndex {
  const root: Node = { children: new Map(), path: undefined };
  for (const path of paths) {
    let node = root;
    for (const segment of segmentsOf(path)) {
      let next = node.children.get(segment);
      if (!next) {
        next = { children: new Map(), path: undefined };
        node.children.set(segment, next);
      }
      node = next;
    }
    node.path = path;
  }
  return {
    find: (path) => walk(root, segmentsOf(path), 0)?.path,
    findBeginning: (path) => {
      const segments = segmentsOf(path);
      for (let end = segments.length - 1; end > 0; end -= 1) {
        const found = walk(root, segments.slice(0, end), 0)?.path;
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function walk(node: Node, segments: readonly string[], at: number): Node | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.path === undefined ? undefined : node;
  const literal = node.children.get(segment);
  const found = literal && walk(literal, segments, at + 1);
  if (found) return found;
  const id = node.children.get('{id}');
  return id && id !== literal ? walk(id, segments, at + 1) : undefined;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
