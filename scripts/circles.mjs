// Finds files of the build that import each other: whichever runs first finds the other's values missing.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the scripts that `file` imports in the plain way. */
export function importsOf(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
    ([, name]) => name,
  );
}

/** Each circle once, as the names on the way round. */
export function circlesIn(folder) {
  const done = new Set();
  const circles = [];
  const visit = (file, way) => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push(way.slice(at));
    if (at >= 0 || done.has(file)) return;
    for (const next of importsOf(folder, file)) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) visit(file, []);
  return circles;
}
