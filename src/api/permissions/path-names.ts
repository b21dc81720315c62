/** Writes the paths of the permission lists as Graph's reference does. */
import { pathNames } from '#contract/permission-facts/path-names.ts';

let names: ReadonlyMap<string, string> | undefined;

/** Graph takes either way; what no list tells stays in lower case. */
export function asGraphWrites(path: string): string {
  names ??= new Map(pathNames.map((name) => [name.toLowerCase(), name]));
  return path.replaceAll(/[a-z][a-z0-9]+/g, (part) => names?.get(part) ?? part);
}
