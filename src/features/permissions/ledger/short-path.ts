/** Longer than any name of Graph's: an id. */
const longest = 32;

/** A request's path with the middle of each long id left out: one line each, and two of them can be told apart. */
export function shortPath(url: string): string {
  const path = URL.parse(url)?.pathname ?? url;
  return path
    .split('/')
    .map((part) => (part.length > longest ? `${part.slice(0, 6)}…${part.slice(-14)}` : part))
    .join('/');
}
