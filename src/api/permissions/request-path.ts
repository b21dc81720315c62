/** A request's address as the permission lists write paths: below the version, in lower case, every id as `{id}`. */

/**
 * @param address a URL of Graph, or a path with or without its version and query
 * @returns spellings under which the lists may have it, the most literal first; empty for what is no path
 */
export function requestPaths(address: string): string[] {
  const path = /^(?:https?:\/\/[^/?#]+)?(\/[^?#]*)/i.exec(address.trim())?.[1];
  if (path === undefined) return [];
  const below = path
    .replace(/^\/(v1\.0|beta)(?=\/|$)/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  if (below === '') return [];
  const named = decoded(placesByName(below));
  return [...new Set([named, keysAsSegments(named), withoutCasts(keysAsSegments(named))])];
}

/** `/drive/root:/a/b.txt:/content`: a place by its name, whatever the name holds, is `root:/{id}:`. */
function placesByName(path: string): string {
  return path
    .replace(/:\/(.+?)(?=:\/|:$|$)(:?)/g, (_, _name, end: string) => `:/{id}${end}`)
    .replace(/:$/, '');
}

/** Parameters of functions are values: `search(q='x')` is `search(q={id})`; `delta()` takes none. */
function decoded(path: string): string {
  return plain(path)
    .replace(/\(\)/g, '')
    .replace(/\(([^)]*)\)/g, (_, inside: string) => `(${valuesAsIds(inside)})`);
}

function valuesAsIds(inside: string): string {
  // A comma inside a quoted value divides nothing.
  const parts = inside.match(/(?:'(?:[^']|'')*'|[^,])+/g) ?? [];
  return parts
    .map((part) => {
      const at = part.indexOf('=');
      const isNamed = at > 0 && !part.trimStart().startsWith("'");
      return isNamed ? `${part.slice(0, at).trim()}={id}` : '{id}';
    })
    .join(',');
}

/** `/users('x')/messages`: a key in parentheses is another way to write a segment. */
function keysAsSegments(path: string): string {
  return path.replaceAll('({id})', '/{id}');
}

/** A cast to a derived type changes what comes back, and most often not who may read it. */
function withoutCasts(path: string): string {
  return path
    .replace(/\/microsoft\.graph\.(\w+)(?=\/|$)/g, '')
    .replace(/\/graph\.(\w+)(?=\/|$)/g, '');
}

function plain(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll(/%2f/gi, '%252f'));
  } catch {
    return path;
  }
}
