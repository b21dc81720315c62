/** A request's address as the permission lists write paths: below the version, in lower case, every id as `{id}`. */

/** Graph of whatever cloud, or no host at all: the lists know nobody else's paths, not even the older Azure AD Graph's. */
const isGraph = /^$|graph\.(?!windows\.net)/i;

/**
 * @param address a URL of Graph, or a path with or without its version and query
 * @returns spellings under which the lists may have it, the most literal first; empty for what is no path
 */
export function requestPaths(address: string): string[] {
  const [, host = '', path] = /^(?:https?:\/\/)?([^\s/?#]*)(\/[^?#]*)/i.exec(address.trim()) ?? [];
  if (path === undefined || !isGraph.test(host)) return [];
  const below = path
    // `HTTP/1.1` behind it, as in a request line.
    .replace(/\s+HTTP\/[\d.]+\s*$/i, '')
    .replace(/^\/+(v1\.0|beta)(?=\/|$)/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?!\.\.)[^/]+\/\.\.(?=\/|$)/g, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  return below === '' ? [] : spellingsOf(below);
}

/**
 * The same for a path of the lists, which are written by many hands: spaces between parameters, a brace too many, a colon
 * or parentheses that are missing.
 */
export function listedSpellings(path: string): string[] {
  const mended = path
    .replaceAll('}}', '}')
    .replaceAll(/\/\([\w-]+\)(?=\/|$)/g, '/{id}')
    .replace(/\?.*/, '')
    .replace(/:\/\{id\}\/(?=[^:]+$)/, ':/{id}:/')
    .replace(/\/([a-z]+?)(scope)?=\{id\}(?=\/|$)/, (_, name: string, scope?: string) =>
      scope ? `/${name}(scope={id})` : `(${name}={id})`,
    );
  return [...new Set([...spellingsOf(mended), ...anyParameters(path)])].filter(
    (spelling) => spelling !== path,
  );
}

/** A function whatever its parameters: some are optional, and the lists do not name every form. */
export function anyParameters(path: string): string[] {
  const bare = path.replace(/\/([\w.]+)(?:\([^()]*\))?$/, '/$1()');
  return bare === path ? [] : [bare];
}

function spellingsOf(path: string): string[] {
  const named = decoded(placesByName(path));
  const segments = keysAsSegments(named);
  const all = [named, segments, withoutNamespaces(segments), withoutCasts(segments), decoded(path)];
  return [...new Set(all)];
}

/** `/drive/root:/a/b.txt:/content`: a place by its name, whatever the name holds, is `root:/{id}:`. */
function placesByName(path: string): string {
  return path
    .replace(/:\/(.+?)(?=:\/|:$|$)(:?)/g, (_, _name, end: string) => `:/{id}${end}`)
    .replace(/\/(?!root:)[^/:]+:\/\{id\}/g, '/{id}:/{id}')
    .replace(/:$/, '');
}

/** Parameters of functions are values: `search(q='x')` is `search(q={id})`; `delta()` takes none. */
function decoded(path: string): string {
  return plain(path)
    .replace(/\(\)/g, '')
    .replace(/\(((?:'(?:[^']|'')*'|[^')])*)\)/g, (_, inside: string) => `(${valuesAsIds(inside)})`);
}

function valuesAsIds(inside: string): string {
  // A comma inside a quoted value divides nothing.
  const parts = inside.match(/(?:'(?:[^']|'')*'|[^,])+/g) ?? [];
  return parts
    .map((part) => {
      // A name comes before the sign; what ends with the sign is the padding of an id.
      const name = /^\s*(@?\w+)\s*=\s*[^=\s]/.exec(part)?.[1];
      return name ? `${name}={id}` : '{id}';
    })
    .join(',');
}

/** `/users('x')/messages`: a key in parentheses is another way to write a segment. */
function keysAsSegments(path: string): string {
  return path.replaceAll('({id})', '/{id}');
}

/** `/users/microsoft.graph.delta()`: a function by its full name. */
function withoutNamespaces(path: string): string {
  return path.replace(/\/(?:microsoft\.)?graph\.(?:\w+\.)*(\w+)/g, '/$1');
}

/** A cast to a derived type changes what comes back, and most often not who may read it. */
function withoutCasts(path: string): string {
  return path.replace(/\/(?:microsoft\.)?graph\.[\w.]+(?=\/|$)/g, '');
}

function plain(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll(/%2f/gi, '%252f'));
  } catch {
    return path;
  }
}
